'use client';

import type { ReactNode } from 'react';
import { snoozeLabels } from '@/features/tasks/components/task-words.data';
import { SNOOZES, snoozedUntil } from '@/features/tasks/model/snooze';
import { DropdownMenu, MenuItem } from '@/ui/dropdown-menu';
import { useFormat, useLocale } from '@/ui/locale-provider';
import { useNow } from '@/ui/shell/workspace-scope';

interface SnoozeMenuProps {
  trigger: ReactNode;
  /** It sleeps: it can be woken. */
  asleep: boolean;
  side?: 'top' | 'bottom';
  /** Null wakes it. */
  onSnooze: (until: Date | null) => void;
}

/** Until when something is put off, in words and as the time it will be for this person. */
export function SnoozeMenu({ trigger, asleep, side, onSnooze }: SnoozeMenuProps) {
  const now = useNow();
  const format = useFormat();
  const { timeZone } = useLocale();
  return (
    <DropdownMenu trigger={trigger} align="end" {...(side && { side })}>
      {SNOOZES.map((choice) => {
        const until = snoozedUntil(choice, { now, zone: timeZone });
        return (
          <MenuItem key={choice} onSelect={() => onSnooze(until)}>
            <span className="flex w-full justify-between gap-6">
              {snoozeLabels[choice]}
              <span className="num text-ink-3">{format.dateTime(until)}</span>
            </span>
          </MenuItem>
        );
      })}
      {asleep && <MenuItem onSelect={() => onSnooze(null)}>Take it up now</MenuItem>}
    </DropdownMenu>
  );
}
