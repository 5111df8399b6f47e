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
  const name = `custom.${id}`;
  if (type === 'multi_select') {
    const words = Array.isArray(value) ? value.map(String) : [];
    return <WordsField label={label} name={name} error={error} offered={options} words={words} onChange={onChange} />;
  }
  return (
    <Field label={label} name={name} error={error}>
      <OneValue field={field} value={value} onChange={onChange} />
    </Field>
  );
}

function OneValue({ field: { type, options }, value, onChange }: Omit<CustomControlProps, 'error'>) {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  switch (type) {
    case 'date':
      return <DateField value={text} onValueChange={(day) => onChange(day || null)} />;
    case 'boolean':
      return (
        <Select
          placeholder="Not set"
          options={yesNo}
          value={yesOrNo(value)}
          onChange={(event) => onChange(event.target.value === '' ? null : event.target.value === 'yes')}
        />
      );
    case 'select':
      return (
        <Select
          placeholder="Not set"
          options={options.map((option) => ({ value: option, label: option }))}
          value={text}
          onChange={(event) => onChange(event.target.value || null)}
        />
      );
    default:
      return (
        <Input
          inputMode={type === 'number' ? 'decimal' : 'text'}
          value={text}
          onChange={(event) => onChange(readText(type, event.target.value))}
        />
      );
  }
}

function yesOrNo(value: unknown): string {
  if (typeof value !== 'boolean') return '';
  return value ? 'yes' : 'no';
}

function readText(type: CustomField['type'], text: string): string | number | null {
  if (text === '') return null;
  const number = Number(text.replace(',', '.'));
  return type === 'number' && Number.isFinite(number) && !/[.,]$/.test(text) ? number : text;
}
