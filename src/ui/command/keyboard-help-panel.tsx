'use client';

import { useSyncExternalStore } from 'react';
import { Dialog } from '../dialog';
import { currentShortcuts, subscribeShortcuts, type Shortcut } from '../shortcut-registry';
import { uiTexts } from '../ui-texts';

const none: readonly Shortcut[] = [];

/** Every key that does something on this screen. */
export function KeyboardHelpPanel({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const shortcuts = useSyncExternalStore(subscribeShortcuts, currentShortcuts, () => none);
  const latest = latestOfEach(shortcuts);
  const groups = [...new Set(latest.map((shortcut) => shortcut.group))];
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={uiTexts.shortcuts.title}
      description={uiTexts.shortcuts.description}
    >
      {groups.map((group) => (
        <section key={group} className="pb-3">
          <h3 className="pb-1 text-sm font-semibold text-ink-2">{group}</h3>
          <dl>
            {latest
              .filter((shortcut) => shortcut.group === group)
              .map(({ keys, label }) => (
                <div key={keys} className="flex items-center gap-3 border-b border-line py-1.5 last:border-b-0">
                  <dt className="flex-1">{label}</dt>
                  <dd className="flex gap-1">
                    <KeyCaps keys={keys} />
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}

function KeyCaps({ keys }: { keys: string }) {
  return keys.split(' ').map((chord, index) => (
    <kbd
      key={`${chord}-${index}`}
      className="inline-flex h-5 min-w-5 items-center justify-center rounded-xs border border-line bg-sunken px-1.5 font-sans text-sm"
    >
      {chord.replace('mod+', '⌘/Ctrl ').replace(/^[a-z]$/, (letter) => letter.toUpperCase())}
    </kbd>
  ));
}

/** Of two with the same keys only the later one answers, so only it is listed. */
function latestOfEach(shortcuts: readonly Shortcut[]): Shortcut[] {
  return [...new Map(shortcuts.map((shortcut) => [shortcut.keys, shortcut])).values()];
}
