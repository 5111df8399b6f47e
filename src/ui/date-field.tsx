'use client';

import type { ComponentProps } from 'react';
import { Input } from './input';

export interface DateFieldProps extends Omit<
  ComponentProps<'input'>,
  'type' | 'value' | 'defaultValue' | 'onChange' | 'min' | 'max'
> {
  /** A calendar day, `YYYY-MM-DD`, or an empty string. It has no zone. */
  value?: string;
  defaultValue?: string;
  min?: string;
  max?: string;
  onValueChange?: (value: string) => void;
}

/** A calendar day. The browser's own control: typed by segment, arrows count, shown in the person's own order. */
export function DateField({ onValueChange, className, ...props }: DateFieldProps) {
  return (
    <Input
      {...props}
      type="date"
      className={className ?? 'num'}
      onChange={onValueChange && ((event) => onValueChange(event.target.value))}
    />
  );
}
