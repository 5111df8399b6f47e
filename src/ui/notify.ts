import type { ExternalToast, toast as Toast } from 'sonner';
import { uiTexts } from './ui-texts';

type Show = (toast: typeof Toast) => void;

interface Note {
  /** One more sentence: what was kept, what to do. */
  description?: string;
}

const waiting: Show[] = [];
let deliver: ((show: Show) => void) | null = null;
let wake: (() => void) | null = null;

/** The notes are loaded when there is a first one: `wake` mounts them, and they take over with `deliverNotes`. */
export function onFirstNote(mount: () => void): () => void {
  wake = mount;
  if (waiting.length > 0) mount();
  return () => {
    wake = null;
  };
}

export function deliverNotes(through: (show: Show) => void): () => void {
  deliver = through;
  for (const show of waiting.splice(0)) through(show);
  return () => {
    deliver = null;
  };
}

function send(show: Show): void {
  if (deliver) deliver(show);
  else {
    waiting.push(show);
    wake?.();
  }
}

const success = (message: string, options: ExternalToast) => send((toast) => toast.success(message, options));

/** Short notes at the edge of the screen, announced politely. An error stays until it is dismissed. */
export const notify = {
  done: (message: string, note: Note = {}) => success(message, note),
  warn: (message: string, note: Note = {}) => send((toast) => toast.warning(message, note)),
  failed: (message: string, note: Note = {}) =>
    send((toast) => toast.error(message, { ...note, duration: Infinity, closeButton: true })),
  /** Undo instead of "are you sure?": eight seconds to take it back. */
  undoable: (message: string, onUndo: () => void, note: Note = {}) =>
    success(message, { ...note, duration: 8000, action: { label: uiTexts.undo, onClick: onUndo } }),
};
