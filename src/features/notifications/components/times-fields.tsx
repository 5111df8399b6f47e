'use client';

import { useMemo } from 'react';
import { defaultTimes } from '@/features/notifications/model/when-due';
import type { NotificationSettings } from '@/features/notifications/schemas/notification-settings';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';

type Times = NotificationSettings['times'];

interface TimesFieldsProps {
  times: Times;
  errorOf: (path: string) => string | undefined;
  onChange: (part: Partial<Times>) => void;
}

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map((label, index) => ({
  value: String(index + 1),
  label,
}));

/** The person's zone, quiet hours and the time of digests. */
export function TimesFields({ times, errorOf, onChange }: TimesFieldsProps) {
  const zones = useMemo(() => zoneOptions(times.timeZone), [times.timeZone]);
  const isQuiet = times.quietFrom !== null;
  const { quietFrom, quietUntil } = defaultTimes;
  const clock = (name: 'quietFrom' | 'quietUntil' | 'digestAt', label: string) => (
    <Field label={label} name={`times.${name}`} error={errorOf(`times.${name}`)}>
      <Input
        type="time"
        required
        className="w-32"
        value={times[name] ?? ''}
        onChange={({ target }) => onChange({ [name]: target.value })}
      />
    </Field>
  );
  return (
    <div className="flex flex-col gap-4">
      <Field label="Your time zone" name="times.timeZone" error={errorOf('times.timeZone')}>
        <Select
          className="max-w-80"
          options={zones}
          value={times.timeZone}
          onChange={({ target }) => onChange({ timeZone: target.value })}
        />
      </Field>
      <div className="flex flex-col gap-2">
        <Checkbox
          label="Quiet hours"
          hint="What comes in them waits until their end. The bell in the app shows it all the same."
          checked={isQuiet}
          onCheckedChange={(checked) =>
            onChange(checked === true ? { quietFrom, quietUntil } : { quietFrom: null, quietUntil: null })
          }
        />
        {isQuiet && (
          <div className="flex flex-wrap gap-3 pl-6">
            {clock('quietFrom', 'From')}
            {clock('quietUntil', 'Until')}
          </div>
        )}
      </div>
      <div className="flex flex-wrap gap-3">
        {clock('digestAt', 'Digests at')}
        <Field label="The weekly one on" name="times.digestDay" error={errorOf('times.digestDay')}>
          <Select
            className="w-40"
            options={days}
            value={String(times.digestDay)}
            onChange={({ target }) => onChange({ digestDay: Number(target.value) })}
          />
        </Field>
      </div>
    </div>
  );
}

/** Every zone the browser knows, and the one that is set. */
function zoneOptions(current: string) {
  const known = Intl.supportedValuesOf('timeZone');
  const zones = known.includes(current) ? known : [current, ...known];
  return zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
}
