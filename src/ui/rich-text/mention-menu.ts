import type { SuggestionKeyDownProps, SuggestionProps } from '@tiptap/suggestion';

export interface MentionPerson {
  id: string;
  label: string;
  hint?: string;
}

export interface MentionState {
  items: readonly MentionPerson[];
  index: number;
  rect: DOMRect | null;
  pick: (person: MentionPerson) => void;
}

/** The open list of people of one editor: fed by TipTap's suggestion, read by React. */
export function createMentionMenu(listId: string) {
  let state: MentionState | null = null;
  let surface: HTMLElement | null = null;
  const listeners = new Set<() => void>();
  const set = (next: MentionState | null) => {
    state = next;
    announce(surface, next, listId);
    listeners.forEach((notice) => notice());
  };
  const show = (props: SuggestionProps<MentionPerson>) => {
    surface = props.editor.view.dom;
    set({
      items: props.items,
      index: 0,
      rect: props.clientRect?.() ?? null,
      pick: (person) => props.command(person),
    });
  };
  return {
    subscribe: (notice: () => void) => {
      listeners.add(notice);
      return () => listeners.delete(notice);
    },
    get: () => state,
    render: () => ({
      onStart: show,
      onUpdate: show,
      onExit: () => set(null),
      onKeyDown: ({ event }: SuggestionKeyDownProps) => {
        const next = state ? stepMention(state, event.key) : undefined;
        if (next === undefined) return false;
        if (next === 'pick') pickMarked(state);
        else set(next);
        return true;
      },
    }),
  };
}

function pickMarked(state: MentionState | null) {
  const person = state?.items[state.index];
  if (person) state.pick(person);
}

/** What a key does to the open list; undefined when it is the editor's. */
export function stepMention(state: MentionState, key: string): MentionState | null | 'pick' | undefined {
  if (key === 'Escape') return null;
  const { length } = state.items;
  if (length === 0) return undefined;
  if (key === 'ArrowDown') return { ...state, index: (state.index + 1) % length };
  if (key === 'ArrowUp') return { ...state, index: (state.index + length - 1) % length };
  return key === 'Enter' || key === 'Tab' ? 'pick' : undefined;
}

/** Tells a screen reader which person is marked while the focus stays in the text. */
function announce(surface: HTMLElement | null, state: MentionState | null, listId: string) {
  if (!surface) return;
  if (state && state.items.length > 0) {
    surface.setAttribute('aria-controls', listId);
    surface.setAttribute('aria-activedescendant', `${listId}-${state.index}`);
  } else {
    surface.removeAttribute('aria-controls');
    surface.removeAttribute('aria-activedescendant');
  }
}
