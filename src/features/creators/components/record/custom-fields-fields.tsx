'use client';

import { WordsField } from '@/features/creators/components/record/words-field';
import type { CreatorVocabulary } from '@/features/creators/schemas/creator-vocabulary';
import { DateField } from '@/ui/date-field';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';

type CustomField = CreatorVocabulary['customFields'][number];

interface CustomFieldsFieldsProps {
  customFields: CustomField[];
  values: Record<string, unknown>;
  errorOf: (path: string) => string | undefined;
  onChange: (values: Record<string, unknown>) => void;
}

/** The workspace's own fields, each by its type. */
export function CustomFieldsFields({ customFields, values, errorOf, onChange }: CustomFieldsFieldsProps) {
  if (customFields.length === 0) return null;
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 font-semibold">More fields</legend>
      {customFields.map((field) => (
        <CustomControl
          key={field.id}
          field={field}
          value={values[field.id]}
          error={errorOf(`custom.${field.id}`)}
          onChange={(value) => onChange({ ...values, [field.id]: value })}
        />
      ))}
    </fieldset>
  );
}

interface CustomControlProps {
  field: CustomField;
  value: unknown;
  error: string | undefined;
  onChange: (value: unknown) => void;
}

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

function CustomControl({ field, value, error, onChange }: CustomControlProps) {
  const { id, label, type, options } = field;
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  if (type === 'multi_select') {
    const words = Array.isArray(value) ? value.map(String) : [];
    return (
      <WordsField
        label={label}
        name={`custom.${id}`}
        error={error}
        offered={options}
        words={words}
        onChange={onChange}
      />
    );
  }
  return (
    <Field label={label} name={`custom.${id}`} error={error}>
      {type === 'date' ? (
        <DateField value={text} onValueChange={(day) => onChange(day || null)} />
      ) : type === 'boolean' ? (
        <Select
          placeholder="Not set"
          options={yesNo}
          value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : ''}
          onChange={(event) => onChange(event.target.value === '' ? null : event.target.value === 'yes')}
        />
      ) : type === 'select' ? (
        <Select
          placeholder="Not set"
          options={options.map((option) => ({ value: option, label: option }))}
          value={text}
          onChange={(event) => onChange(event.target.value || null)}
        />
      ) : (
        <Input
          {...(type === 'number' && { inputMode: 'decimal' as const })}
          {...(type === 'url' && { type: 'url' })}
          value={text}
          onChange={(event) => onChange(readText(type, event.target.value))}
        />
      )}
    </Field>
  );
}

function readText(type: CustomField['type'], text: string): string | number | null {
  if (text === '') return null;
  const number = Number(text.replace(',', '.'));
  return type === 'number' && Number.isFinite(number) && !/[.,]$/.test(text) ? number : text;
}
