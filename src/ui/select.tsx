'use client';

import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from './cn';
import { controlClass } from './control-class';
import { useFieldControl } from './field-context';

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

export interface SelectProps extends ComponentProps<'select'> {
  options: readonly (SelectOption | { label: string; options: readonly SelectOption[] })[];
  /** Shown as an empty first choice. */
  placeholder?: string;
}

/** One of a short list. The browser's own control: right on every phone and for every keyboard. */
export function Select({ options, placeholder, className, ...props }: SelectProps) {
  const wiring = useFieldControl(props);
  return (
    <span className={cn('relative block w-full min-w-0', className)}>
      <select
        {...props}
        {...wiring}
        className={cn(controlClass, 'h-control cursor-pointer appearance-none truncate pr-7 pl-2')}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((entry) =>
          'options' in entry ? (
            <optgroup key={entry.label} label={entry.label}>
              {entry.options.map(renderOption)}
            </optgroup>
          ) : (
            renderOption(entry)
          ),
        )}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 right-2 my-auto size-3.5 text-ink-3"
      />
    </span>
  );
}

function renderOption({ value, label, disabled }: SelectOption) {
  return (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  );
}
