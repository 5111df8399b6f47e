'use client';

import { useEditorState, type Editor } from '@tiptap/react';
import { Bold, Italic, List, ListOrdered, TextQuote } from 'lucide-react';
import { Toolbar } from 'radix-ui';
import type { ReactNode } from 'react';
import { IconButton } from '../icon-button';
import { uiTexts } from '../ui-texts';
import { InsertMenu, type Insertion } from './insert-menu';
import { LinkButton } from './link-button';

/** The buttons under the text; arrow keys move among them, one tab stop in all. */
export function RichTextToolbar({ editor, insertions }: { editor: Editor; insertions?: readonly Insertion[] }) {
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      bulletList: now.isActive('bulletList'),
      orderedList: now.isActive('orderedList'),
      quote: now.isActive('blockquote'),
      link: now.isActive('link'),
    }),
  });
  const run = () => editor.chain().focus();
  const { editor: words } = uiTexts;
  return (
    <Toolbar.Root aria-label={words.toolbar} className="flex flex-wrap gap-0.5 border-t border-line px-1.5 py-1">
      <Mark label={words.bold} icon={<Bold />} kbd="⌘B" pressed={active.bold} onRun={() => run().toggleBold().run()} />
      <Mark
        label={words.italic}
        icon={<Italic />}
        kbd="⌘I"
        pressed={active.italic}
        onRun={() => run().toggleItalic().run()}
      />
      <LinkButton editor={editor} pressed={active.link} />
      <Mark
        label={words.bulletList}
        icon={<List />}
        pressed={active.bulletList}
        onRun={() => run().toggleBulletList().run()}
      />
      <Mark
        label={words.orderedList}
        icon={<ListOrdered />}
        pressed={active.orderedList}
        onRun={() => run().toggleOrderedList().run()}
      />
      <Mark
        label={words.quote}
        icon={<TextQuote />}
        pressed={active.quote}
        onRun={() => run().toggleBlockquote().run()}
      />
      {insertions && <InsertMenu editor={editor} insertions={insertions} />}
    </Toolbar.Root>
  );
}

function Mark(props: { label: string; icon: ReactNode; kbd?: string; pressed: boolean; onRun: () => void }) {
  return (
    <Toolbar.Button asChild>
      <IconButton
        aria-label={props.label}
        icon={props.icon}
        kbd={props.kbd}
        pressed={props.pressed}
        onMouseDown={(event) => event.preventDefault()}
        onClick={props.onRun}
      />
    </Toolbar.Button>
  );
}
