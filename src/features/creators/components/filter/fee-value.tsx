'use client';

import { currencies } from '@/features/creators/components/currencies.data';
import { MoneyField, type MoneyValue } from '@/ui/money-field';
import { Select } from '@/ui/select';

interface Fee {
  currency?: string;
  kind?: 'asked' | 'agreed';
  minMinor?: number;
  maxMinor?: number;
}

const kinds = [
  { value: '', label: 'Asked or agreed' },
  { value: 'asked', label: 'Asked' },
  { value: 'agreed', label: 'Agreed' },
];

/** A fee between two amounts of one currency. */
export function FeeValue({ value, onChange }: { value: unknown; onChange: (value: Fee) => void }) {
  const fee = (value ?? {}) as Fee;
  const currency = fee.currency ?? currencies[0];
  const set = (edge: 'minMinor' | 'maxMinor') => (money: MoneyValue | null) =>
    onChange({ ...fee, currency: money?.currency ?? currency, [edge]: money?.amountMinor });
  const start = (amountMinor: number | undefined) => (amountMinor === undefined ? null : { amountMinor, currency });
  const others: [string, ...string[]] = [currency, ...currencies.filter((other) => other !== currency)];
  return (
    <div className="flex flex-col gap-2">
      <MoneyField
        aria-label="Fee, from"
        currencies={others}
        defaultValue={start(fee.minMinor)}
        onValueChange={set('minMinor')}
      />
      <MoneyField
        key={currency}
        aria-label="Fee, to"
        currencies={[currency]}
        defaultValue={start(fee.maxMinor)}
        onValueChange={set('maxMinor')}
      />
      <Select
        aria-label="Which fee"
        options={kinds}
        value={fee.kind ?? ''}
        onChange={(event) => {
          const { kind: _kind, ...rest } = fee;
          onChange(event.target.value === '' ? rest : { ...rest, kind: event.target.value as 'asked' | 'agreed' });
        }}
      />
    </div>
  );
}
