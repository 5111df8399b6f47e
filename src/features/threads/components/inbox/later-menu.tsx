'use client';

import { Clock } from 'lucide-react';
import { hoursLater, laterTimes } from '@/features/threads/components/inbox/later-times';
import { Button } from '@/ui/button';
import { DropdownMenu, MenuItem, MenuLabel } from '@/ui/dropdown-menu';
import { useFormat, useLocale } from '@/ui/locale-provider';
import { useNow } from '@/ui/shell/workspace-scope';

/** When an answer leaves, in the zone of whoever reads it; null: nobody knows, so in the writer's. */
export function LaterMenu({ zone, onChoose }: { zone: string | null; onChoose: (at: Date) => void }) {
  const format = useFormat();
  const { timeZone } = useLocale();
  const now = useNow();
  const where = zone ?? timeZone;
  const { tomorrow, week } = laterTimes(now, where);
  const times = [
    { label: 'In an hour', at: hoursLater(now, 1) },
    { label: 'Tomorrow at 9:00', at: tomorrow },
    { label: 'Monday at 9:00', at: week },
  ];
  return (
    <DropdownMenu align="end" side="top" trigger={<Button icon={<Clock />}>Later</Button>}>
      <MenuLabel>{zone ? `In their zone: ${where}` : `In your zone: ${where}`}</MenuLabel>
      {times.map(({ label, at }) => (
        <MenuItem key={label} onSelect={() => onChoose(at)}>
          {label} <span className="ml-2 text-ink-3">{format.dateTime(at)}</span>
        </MenuItem>
      ))}
    </DropdownMenu>
  );
}
