import { toast } from 'sonner';
import { uiTexts } from './ui-texts';

interface Note {
  /** One more sentence: what was kept, what to do. */
  description?: string;
}

/** Short notes at the edge of the screen, announced politely. An error stays until it is dismissed. */
export const notify = {
  done: (message: string, note: Note = {}) => toast.success(message, note),
  warn: (message: string, note: Note = {}) => toast.warning(message, note),
  failed: (message: string, note: Note = {}) =>
    toast.error(message, { ...note, duration: Infinity, closeButton: true }),
  /** Undo instead of "are you sure?": eight seconds to take it back. */
  undoable: (message: string, onUndo: () => void, note: Note = {}) =>
    toast.success(message, { ...note, duration: 8000, action: { label: uiTexts.undo, onClick: onUndo } }),
};
