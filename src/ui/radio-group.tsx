'use client';

import { RadioGroup as Radix } from 'radix-ui';
import { useId, type ReactNode } from 'react';
import { cn } from './cn';

export interface RadioOption<V extends string = string> {
  value: V;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

export interface RadioGroupProps<V extends string> {
  legend: ReactNode;
  hideLegend?: boolean;
  options: readonly RadioOption<V>[];
  value?: V;
  defaultValue?: V;
  onValueChange?: (value: V) => void;
  name?: string;
  orientation?: 'vertical' | 'horizontal';
  error?: string;
}

/** One of a few, all of them seen. Arrow keys move within the group. */
export function RadioGroup<V extends string>(props: RadioGroupProps<V>) {
  const id = useId();
  const { legend, hideLegend, options, onValueChange, orientation = 'vertical', error, ...rest } = props;
  return (
    <Radix.Root
      {...rest}
      onValueChange={onValueChange && ((value) => onValueChange(value as V))}
      orientation={orientation}
      aria-labelledby={`${id}-legend`}
      aria-describedby={error ? `${id}-error` : undefined}
      className="flex flex-col gap-1"
    >
      <span id={`${id}-legend`} className={cn('text-sm font-medium text-ink-2', hideLegend && 'sr-only')}>
        {legend}
      </span>
      <div className={cn('flex gap-x-4 gap-y-1', orientation === 'vertical' ? 'flex-col' : 'flex-wrap')}>
        {options.map((option) => (
          <RadioRow key={option.value} id={`${id}-${option.value}`} option={option} />
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} className="text-sm text-late">
          {error}
        </p>
      )}
    </Radix.Root>
  );
}

function RadioRow({ id, option }: { id: string; option: RadioOption }) {
  return (
    <div className="flex min-h-control items-start gap-2 py-1 coarse:py-2.5">
      <Radix.Item
        id={id}
        value={option.value}
        disabled={option.disabled}
        aria-describedby={option.hint ? `${id}-hint` : undefined}
        className="relative mt-px inline-flex size-4 shrink-0 items-center justify-center rounded-full border border-line-control bg-surface after:absolute after:-inset-1 coarse:after:-inset-3.5 data-[state=checked]:border-accent disabled:opacity-50"
      >
        <Radix.Indicator className="size-2 rounded-full bg-accent" />
      </Radix.Item>
      <div className="min-w-0">
        <label htmlFor={id}>{option.label}</label>
        {option.hint && (
          <p id={`${id}-hint`} className="text-sm text-ink-3">
            {option.hint}
          </p>
        )}
      </div>
    </div>
  );
}
