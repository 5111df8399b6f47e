'use client';

import { useState } from 'react';
import { Input } from '@/ui/input';

interface NumberInputProps {
  label: string;
  /** The value is a fraction of one and is typed in percent. */
  share: boolean;
  value: unknown;
  onChange: (value: number | undefined) => void;
}

/** A number as people type it: `50k`, `1.2m`, `4,5`. What is no number counts as none yet. */
export function NumberInput({ label, share, value, onChange }: NumberInputProps) {
  const [text, setText] = useState(() => (typeof value === 'number' ? String(tidy(share ? value * 100 : value)) : ''));
  const change = (next: string) => {
    setText(next);
    const number = readNumber(next);
    onChange(number === undefined || !share ? number : tidy(number / 100));
  };
  return (
    <Input
      aria-label={share ? `${label}, in percent` : label}
      inputMode="decimal"
      className="num"
      placeholder={share ? 'Percent, such as 4.5' : 'Number, such as 50k'}
      value={text}
      maxLength={20}
      onChange={(event) => change(event.target.value)}
    />
  );
}

const factors: Record<string, number> = { '': 1, k: 1e3, m: 1e6, b: 1e9 };

function readNumber(text: string): number | undefined {
  const match = /^(\d+(?:[.,]\d+)?)\s*([kmb]?)$/i.exec(text.trim());
  if (!match) return undefined;
  return tidy(Number((match[1] ?? '').replace(',', '.')) * (factors[(match[2] ?? '').toLowerCase()] ?? 1));
}

/** Without the tail that binary fractions leave. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
