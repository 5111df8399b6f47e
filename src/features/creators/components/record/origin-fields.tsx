'use client';

import type { Problem } from '@/features/creators/components/record/panel-form';
import { DateField } from '@/ui/date-field';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';

const usualSources = ['Creator’s screenshot', 'Platform insights', 'Media kit', 'HypeAuditor', 'Modash', 'Upfluence'];

export interface Origin {
  /** `YYYY-MM-DD`. */
  day: string;
  source: string;
}

interface OriginFieldsProps {
  origin: Origin;
  /** Numbers of tomorrow were not reported by anyone. */
  latest: string;
  errorOf: (path: string) => string | undefined;
  onChange: (change: Partial<Origin>) => void;
}

/** Who reported a number, and for which day: no number stands here without both. */
export function OriginFields({ origin, latest, errorOf, onChange }: OriginFieldsProps) {
  return (
    <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
      <Field label="Source" name="source" required error={errorOf('source')}>
        <Input
          list="number-sources"
          placeholder="Who reported it?"
          value={origin.source}
          maxLength={255}
          onChange={(event) => onChange({ source: event.target.value })}
        />
      </Field>
      <datalist id="number-sources">
        {usualSources.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <Field label="As of" name="asOf" required error={errorOf('asOf')}>
        <DateField value={origin.day} max={latest} onValueChange={(day) => onChange({ day })} />
      </Field>
    </div>
  );
}

/** What is missing of it. */
export function missingOrigin({ day, source }: Origin): Problem[] {
  return [
    ...(day === '' ? [{ path: 'asOf', message: 'Say on which day it was reported.' }] : []),
    ...(source.trim() === '' ? [{ path: 'source', message: 'Say who reported it.' }] : []),
  ];
}
