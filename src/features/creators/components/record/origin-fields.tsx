'use client';

import { DateField } from '@/ui/date-field';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';

const usualSources = ['Creator’s screenshot', 'Platform insights', 'Media kit', 'HypeAuditor', 'Modash', 'Upfluence'];

interface OriginFieldsProps {
  /** `YYYY-MM-DD`. */
  day: string;
  source: string;
  /** Numbers of tomorrow were not reported by anyone. */
  latest: string;
  errorOf: (path: string) => string | undefined;
  onChange: (origin: { day: string; source: string }) => void;
}

/** Who reported a number, and for which day: no number stands here without both. */
export function OriginFields({ day, source, latest, errorOf, onChange }: OriginFieldsProps) {
  return (
    <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
      <Field label="Source" name="source" required error={errorOf('source')}>
        <Input
          list="number-sources"
          placeholder="Who reported it?"
          value={source}
          maxLength={255}
          onChange={(event) => onChange({ day, source: event.target.value })}
        />
      </Field>
      <datalist id="number-sources">
        {usualSources.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <Field label="As of" name="asOf" required error={errorOf('asOf')}>
        <DateField value={day} max={latest} onValueChange={(next) => onChange({ day: next, source })} />
      </Field>
    </div>
  );
}
