'use client';

import type { Due } from '@/features/tasks/model/due';
import { DateField } from '@/ui/date-field';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { useLocale } from '@/ui/locale-provider';

interface DueFieldsProps {
  due: Due | null;
  disabled: boolean;
  /** It comes again, so the day stays. */
  required: boolean;
  onChange: (due: Due | null) => void;
}

/** The day, and the time of it if the hour matters; a day that is set here is one of this person's zone. */
export function DueFields({ due, disabled, required, onChange }: DueFieldsProps) {
  const { timeZone } = useLocale();
  const elsewhere = due !== null && due.zone !== timeZone;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_7rem] gap-2">
      <Field label="Due" {...(elsewhere && { hint: `In ${due.zone}` })}>
        <DateField
          value={due?.on ?? ''}
          disabled={disabled}
          required={required}
          onValueChange={(on) => {
            if (on === '' && required) return;
            onChange(on === '' ? null : { on, time: due?.time ?? null, zone: timeZone });
          }}
        />
      </Field>
      <Field label="Time">
        <Input
          type="time"
          className="num"
          value={due?.time ?? ''}
          disabled={disabled || due === null}
          onChange={({ target: { value } }) => due && onChange({ ...due, zone: timeZone, time: value || null })}
        />
      </Field>
    </div>
  );
}
