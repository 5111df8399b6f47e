'use client';

import { useState } from 'react';
import { readNumber, tidy } from '@/features/creators/components/read-number';
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
