export interface Shortcut {
  /** `j`, `?`, `Enter`, `mod+k`, or two keys one after the other: `g c`. */
  keys: string;
  label: string;
  group: string;
  handler: (event: KeyboardEvent) => void;
}

type Chord = Pick<KeyboardEvent, 'key' | 'metaKey' | 'ctrlKey' | 'altKey'>;

const sequenceMs = 1000;
let shortcuts: readonly Shortcut[] = [];
let pendingKey = { key: '', at: 0 };
const listeners = new Set<() => void>();

/** Adds a shortcut until the returned function is called. Of two with the same keys the later one answers. */
export function registerShortcut(shortcut: Shortcut): () => void {
  if (shortcuts.length === 0) document.addEventListener('keydown', dispatch);
  update([...shortcuts, shortcut]);
  return () => {
    update(shortcuts.filter((other) => other !== shortcut));
    if (shortcuts.length === 0) document.removeEventListener('keydown', dispatch);
  };
}

/** For `useSyncExternalStore`: the list of shortcuts that work on this screen now. */
export function subscribeShortcuts(notice: () => void): () => void {
  listeners.add(notice);
  return () => listeners.delete(notice);
}

export function currentShortcuts(): readonly Shortcut[] {
  return shortcuts;
}

function update(next: readonly Shortcut[]) {
  shortcuts = next;
  listeners.forEach((notice) => notice());
}

function dispatch(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing || (event.repeat && event.key === 'Enter')) return;
  const chord = chordOf(event);
  if (!isListening(event.target, chord)) return;
  const sequence = Date.now() - pendingKey.at < sequenceMs ? `${pendingKey.key} ${chord}` : '';
  const match = findShortcut(sequence) ?? findShortcut(chord);
  pendingKey = match ? { key: '', at: 0 } : { key: chord, at: Date.now() };
  if (!match) return;
  event.preventDefault();
  match.handler(event);
}

function findShortcut(keys: string): Shortcut | undefined {
  return shortcuts.findLast((shortcut) => shortcut.keys === keys);
}

/** `mod` is ⌘ on a Mac and Ctrl elsewhere; single characters are compared as typed, so that `?` needs no `shift+/`. */
export function chordOf(event: Chord): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return `${event.metaKey || event.ctrlKey ? 'mod+' : ''}${event.altKey ? 'alt+' : ''}${key}`;
}

/** Nobody loses a letter: keys typed into a field, a menu or a modal dialog belong to it. */
function isListening(target: EventTarget | null, chord: string): boolean {
  if (!(target instanceof Element)) return true;
  if (target.closest('[data-modal]')) return false;
  if (chord.startsWith('mod+')) return true;
  if (
    target.closest(
      'input:not([type=checkbox],[type=radio]),textarea,select,[contenteditable=true],[role=menu],[role=listbox],[role=tablist]',
    )
  )
    return false;
  return !(chord === 'Enter' && target.closest('a,button,summary,[role=button],[role=checkbox]'));
}
