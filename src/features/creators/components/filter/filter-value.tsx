'use client';

import {
  durations,
  type FilterField,
  type FilterOperator,
} from '@/features/creators/components/filter/filter-fields.data';
import { FeeValue } from '@/features/creators/components/filter/fee-value';
import { NumberInput } from '@/features/creators/components/filter/number-input';
import type { Choices } from '@/features/creators/components/filter/use-choices';
import { MultiCombobox } from '@/ui/combobox';
import { DateField } from '@/ui/date-field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';

interface FilterValueProps {
  field: FilterField;
  input: FilterOperator['input'];
  choices: Choices;
  value: unknown;
  onChange: (value: unknown) => void;
}

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

/** The control for what a condition compares with. */
export function FilterValue(props: FilterValueProps) {
  const { field, input, value, onChange } = props;
  const name = field.label;
  switch (input) {
    case 'text':
      return (
        <Input
          aria-label={name}
          value={typeof value === 'string' ? value : ''}
          maxLength={200}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'many':
      return <ManyValue {...props} />;
    case 'number':
      return <NumberInput label={name} share={field.kind === 'share'} value={value} onChange={onChange} />;
    case 'yes':
      return (
        <Select
          aria-label={name}
          options={yesNo}
          value={value === false ? 'no' : 'yes'}
          onChange={(event) => onChange(event.target.value === 'yes')}
        />
      );
    case 'duration':
      return (
        <Select
          aria-label={name}
          placeholder="Choose…"
          options={durations}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'date':
      return <DayValue label={name} field={field} value={value} onChange={onChange} />;
    case 'range':
    case 'dates':
      return <Edges {...props} input={input} />;
    case 'quote':
      return <FeeValue value={value} onChange={onChange} />;
    default:
      return null;
  }
}

function ManyValue({ field, choices, value, onChange }: FilterValueProps) {
  const chosen = Array.isArray(value) ? value.map(String) : [];
  return (
    <MultiCombobox
      aria-label={field.label}
      options={choices.of(field)}
      value={chosen.map((one) => ({ value: one, label: choices.label(field, one) }))}
      onValueChange={(options) => onChange(options.map((option) => option.value))}
      {...(field.source === 'languages' && { onCreate: (tag: string) => onChange([...chosen, tag]) })}
    />
  );
}

function Edges({ field, input, value, onChange }: FilterValueProps & { input: 'range' | 'dates' }) {
  const edges = (value ?? {}) as Record<string, unknown>;
  const names = input === 'range' ? ['min', 'max'] : ['from', 'to'];
  return (
    <div className="flex items-center gap-2">
      {names.map((edge, index) => {
        const props = {
          label: `${field.label}, ${index === 0 ? 'from' : 'to'}`,
          value: edges[edge],
          onChange: (next: unknown) => onChange({ ...edges, [edge]: next }),
        };
        return input === 'range' ? (
          <NumberInput key={edge} {...props} share={field.kind === 'share'} />
        ) : (
          <DayValue key={edge} {...props} field={field} />
        );
      })}
    </div>
  );
}

interface DayValueProps {
  label: string;
  field: FilterField;
  value: unknown;
  onChange: (value: unknown) => void;
}

/** A day; for fields that hold instants the moment it begins where the person is. */
function DayValue({ label, field, value, onChange }: DayValueProps) {
  const text = typeof value === 'string' ? value : '';
  const day = field.kind === 'day' || text === '' ? text : localDay(new Date(text));
  const choose = (next: string) => {
    if (next === '' || field.kind === 'day') onChange(next || undefined);
    else onChange(new Date(`${next}T00:00:00`).toISOString());
  };
  return <DateField aria-label={label} value={day} onValueChange={choose} />;
}

function localDay(at: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
