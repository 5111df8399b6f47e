'use client';

import { useState } from 'react';
import type { Refusal } from '@/features/creators/components/record/record-scope';
import { cn } from '@/ui/cn';
import { Input } from '@/ui/input';

interface InlineTextProps {
  label: string;
  value: string;
  maxLength: number;
  editable: boolean;
  className?: string;
  onSave: (text: string) => Promise<Refusal | null>;
}

/** A text that becomes a field where it stands. Enter saves, Escape leaves it; refused, what was typed stays. */
export function InlineText({ label, value, maxLength, editable, className, onSave }: InlineTextProps) {
  const [typed, setTyped] = useState<string | null>(null);
  if (!editable) return <p className={cn('px-1.5 [overflow-wrap:anywhere]', className)}>{value}</p>;
  if (typed === null) {
    return (
      <button
        type="button"
        title={`Edit: ${label}`}
        onClick={() => setTyped(value)}
        className={cn('rounded-sm px-1.5 text-left [overflow-wrap:anywhere] hover:bg-sunken', className)}
      >
        {value}
      </button>
    );
  }
  const finish = async () => {
    const text = typed.trim();
    setTyped(null);
    if (text === '' || text === value) return;
    if ((await onSave(text)) !== null) setTyped(text);
  };
  return (
    <Input
      aria-label={label}
      autoFocus
      value={typed}
      maxLength={maxLength}
      className={className}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => void finish()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') {
          event.stopPropagation();
          setTyped(null);
        }
      }}
    />
  );
}
