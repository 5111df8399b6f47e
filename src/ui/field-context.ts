'use client';

import { createContext, useContext } from 'react';

export interface FieldWiring {
  id: string;
  labelId: string;
  describedBy?: string;
  invalid: boolean;
  required: boolean;
}

export const FieldContext = createContext<FieldWiring | null>(null);

interface ControlAria {
  id?: string;
  required?: boolean;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean | 'true' | 'false' | 'grammar' | 'spelling';
}

/** What a control inside a `Field` takes over from it: id, description, error state. Own props win. */
export function useFieldControl(own: ControlAria): ControlAria {
  const field = useContext(FieldContext);
  if (!field) return own;
  return {
    id: own.id ?? field.id,
    required: own.required ?? field.required,
    'aria-describedby': joinIds(own['aria-describedby'], field.describedBy),
    'aria-invalid': own['aria-invalid'] ?? (field.invalid || undefined),
  };
}

/** Several descriptions of one control, for `aria-describedby`. */
export function joinIds(...ids: (string | undefined)[]): string | undefined {
  return ids.filter(Boolean).join(' ') || undefined;
}

/** The id of a form's control by its input path; `FormErrorSummary` links to it. */
export function fieldIdOf(path: string): string {
  return `field-${path.replace(/[^\w-]+/g, '-')}`;
}
