import type { Insertion } from './insert-menu';
import type { MentionPerson } from './mention-menu';

export interface RichTextEditorProps {
  /** The accessible name, where it does not stand in a `Field`. */
  'aria-label'?: string;
  /** HTML it begins with; give another `key` to begin again. */
  defaultValue?: string;
  /** Called at each change with HTML; an empty text is `''`. The server sanitises it. */
  onChange?: (html: string) => void;
  /** Keeps what was typed in this browser until `forgetDraft(draftKey)`; it then wins over `defaultValue`. */
  draftKey?: string;
  placeholder?: string;
  /** Who can be mentioned with @. */
  people?: (query: string) => Promise<readonly MentionPerson[]>;
  /** Texts that stand for something, offered in the toolbar. */
  insertions?: readonly Insertion[];
  /** Posts the HTML with the form. */
  name?: string;
  autoFocus?: boolean;
  /** ⌘Enter. */
  onSubmit?: () => void;
  className?: string;
}
