'use client';

import { useSyncExternalStore } from 'react';
import { Avatar } from '../avatar';
import { cn } from '../cn';
import { menuItemClass, popClass } from '../menu-class';
import { uiTexts } from '../ui-texts';
import type { createMentionMenu, MentionState } from './mention-menu';

/** The people an @ offers, at the place where it was typed. */
export function MentionList({ menu, listId }: { menu: ReturnType<typeof createMentionMenu>; listId: string }) {
  const state = useSyncExternalStore(menu.subscribe, menu.get, () => null);
  if (!state?.rect) return null;
  return <OpenList state={state} listId={listId} />;
}

function OpenList({ state, listId }: { state: MentionState; listId: string }) {
  const top = Math.min((state.rect?.bottom ?? 0) + 4, window.innerHeight - 220);
  const left = Math.min(state.rect?.left ?? 0, window.innerWidth - 248);
  return (
    <div style={{ top, left }} className={cn(popClass, 'fixed w-60 p-1')}>
      {state.items.length === 0 && (
        <p role="status" className="px-2 py-1.5 text-ink-3">
          {uiTexts.editor.noPeople}
        </p>
      )}
      <ul id={listId} role="listbox" aria-label={uiTexts.editor.mentions} className="max-h-52 overflow-y-auto">
        {state.items.map((person, index) => (
          <li
            key={person.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === state.index}
            data-selected={index === state.index}
            // Keeps the caret where it is.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => state.pick(person)}
            className={menuItemClass}
          >
            <Avatar id={person.id} name={person.label} size="xs" />
            <span className="truncate">{person.label}</span>
            {person.hint && <span className="truncate text-ink-3">{person.hint}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
