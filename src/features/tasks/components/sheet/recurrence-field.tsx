'use client';

import { weekdayLabels } from '@/features/tasks/components/task-words.data';
import type { Recurrence } from '@/features/tasks/model/recurrence';
import { weekdayOf } from '@/shared/zoned-time';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';

interface RecurrenceFieldProps {
  recurrence: Recurrence | null;
  /** The day it is due: what comes again begins with it. Null: it cannot. */
  dueOn: string | null;
  disabled: boolean;
  onChange: (recurrence: Recurrence | null) => void;
}

const choices = [
  { value: 'never', label: 'Never' },
  { value: 'day', label: 'Every day' },
  { value: 'weekday', label: 'Every working day' },
  { value: 'week', label: 'Every week' },
  { value: 'month', label: 'Every month' },
];

/** When the next one is made once this one is done. */
export function RecurrenceField({ recurrence, dueOn, disabled, onChange }: RecurrenceFieldProps) {
  const days = recurrence?.every === 'week' ? recurrence.days : null;
  const toggle = (day: number, on: boolean) => {
    const chosen = on ? [...(days ?? []), day].sort((a, b) => a - b) : (days ?? []).filter((other) => other !== day);
    if (chosen.length > 0) onChange({ every: 'week', days: chosen });
  };
  return (
    <div className="flex flex-col gap-2">
      <Field label="Comes again" {...(dueOn === null && { hint: 'Give it a day first.' })}>
        <Select
          value={recurrence?.every ?? 'never'}
          disabled={disabled || dueOn === null}
          options={choices}
          onChange={(event) => dueOn && onChange(ruleOf(event.target.value, dueOn))}
        />
      </Field>
      {recurrence?.every === 'month' && (
        <p className="text-sm text-ink-3">On day {recurrence.day}, or the last of a shorter month.</p>
      )}
      {days && (
        <fieldset disabled={disabled} className="flex flex-wrap gap-x-3">
          <legend className="sr-only">On these days</legend>
          {weekdayLabels.map((label, index) => (
            <Checkbox
              key={label}
              label={label}
              checked={days.includes(index + 1)}
              onCheckedChange={(checked) => toggle(index + 1, checked === true)}
            />
          ))}
        </fieldset>
      )}
    </div>
  );
}

/** Beginning with the day it is due. */
function ruleOf(every: string, dueOn: string): Recurrence | null {
  switch (every) {
    case 'day':
    case 'weekday':
      return { every };
    case 'week':
      return { every, days: [weekdayOf(dueOn)] };
    case 'month':
      return { every, day: Number(dueOn.slice(8)) };
    default:
      return null;
  }
}
