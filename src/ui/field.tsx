'use client';

import { useId, type ReactNode } from 'react';
import { cn } from './cn';
import { FieldContext, fieldIdOf, joinIds } from './field-context';
import { StatusIcon } from './status-icon';
import { uiTexts } from './ui-texts';

export interface FieldProps {
  label: ReactNode;
  /** The input's path, such as `contacts.0.email`: gives the control an id the error summary can link to. */
  name?: string;
  hint?: ReactNode;
  /** A sentence that says what to do; several become a list. */
  error?: string | readonly string[];
  required?: boolean;
  /** The label is there for screen readers only. */
  hideLabel?: boolean;
  className?: string;
  /** One control of this design system; it takes id, description and error state from here. */
  children: ReactNode;
}

/** Label, hint and error of one control, wired so that a screen reader hears all three. */
export function Field({ label, name, hint, error, required = false, hideLabel, className, children }: FieldProps) {
  const own = useId();
  const id = name ? fieldIdOf(name) : own;
  const errors = errorsOf(error);
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = errors.length > 0 ? `${id}-error` : undefined;
  return (
    <FieldContext
      value={{
        id,
        labelId: `${id}-label`,
        describedBy: joinIds(hintId, errorId),
        invalid: errors.length > 0,
        required,
      }}
    >
      <div className={cn('flex min-w-0 flex-col gap-1', className)}>
        <label id={`${id}-label`} htmlFor={id} className={cn('text-sm font-medium text-ink-2', hideLabel && 'sr-only')}>
          {label}
          {required && (
            <span aria-hidden="true" className="text-late">
              {' *'}
            </span>
          )}
        </label>
        {children}
        {hint && (
          <p id={hintId} className="text-sm text-ink-3">
            {hint}
          </p>
        )}
        {errorId && <FieldError id={errorId} errors={errors} />}
      </div>
    </FieldContext>
  );
}

function errorsOf(error: FieldProps['error']): readonly string[] {
  if (!error) return [];
  return typeof error === 'string' ? [error] : error;
}

function FieldError({ id, errors }: { id: string; errors: readonly string[] }) {
  return (
    <div id={id} className="flex items-start gap-1.5 text-sm text-late">
      <StatusIcon name="triangle" className="mt-[3px] size-[11px] shrink-0" />
      <span className="sr-only">{uiTexts.errorPrefix}</span>
      <span>{errors.join(' ')}</span>
    </div>
  );
}
