'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Input } from '@/ui/input';
import { Textarea } from '@/ui/textarea';

interface SavedTextProps {
  value: string;
  /** Several lines. */
  long?: boolean;
  /** What must not be emptied goes back to what it was. */
  required?: boolean;
  maxLength: number;
  disabled: boolean;
  placeholder?: string;
  onSave: (text: string) => void;
}

/** A text that is saved when one leaves it, also by closing what it stands in. */
export function SavedText({ value, long = false, required = false, onSave, ...props }: SavedTextProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const latest = useRef<string | null>(null);
  const type = (text: string | null) => {
    latest.current = text;
    setTyped(text);
  };
  const finish = () => {
    const text = latest.current;
    type(null);
    if (text === null || text === value || (required && text.trim() === '')) return;
    onSave(required ? text.trim() : text);
  };
  const leave = useEffectEvent(finish);
  useEffect(() => () => leave(), []);
  const shared = { ...props, value: typed ?? value, onBlur: finish };
  if (long) return <Textarea {...shared} rows={4} onChange={(event) => type(event.target.value)} />;
  return (
    <Input
      {...shared}
      className="font-medium"
      onChange={(event) => type(event.target.value)}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
}
