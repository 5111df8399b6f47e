'use client';

import { Plus, X } from 'lucide-react';
import {
  isDraftGroup,
  newCondition,
  newGroup,
  type DraftCondition,
  type DraftGroup,
} from '@/features/creators/components/filter/draft';
import { operatorsOf, type FilterField } from '@/features/creators/components/filter/filter-fields.data';
import { FilterValue } from '@/features/creators/components/filter/filter-value';
import type { Choices } from '@/features/creators/components/filter/use-choices';
import { maxFilterDepth } from '@/features/creators/model/filter';
import { Button } from '@/ui/button';
import { Combobox } from '@/ui/combobox';
import { IconButton } from '@/ui/icon-button';
import { Select } from '@/ui/select';

interface Editing {
  fields: readonly FilterField[];
  choices: Choices;
}

interface FilterGroupEditorProps extends Editing {
  group: DraftGroup;
  depth: number;
  onChange: (group: DraftGroup) => void;
  onRemove?: () => void;
}

const combinations = [
  { value: 'and', label: 'All of these' },
  { value: 'or', label: 'Any of these' },
];

/** Conditions joined by and/or; groups in it, three deep. */
export function FilterGroupEditor({ group, depth, onChange, onRemove, ...editing }: FilterGroupEditorProps) {
  const replace = (id: number, part: DraftGroup | DraftCondition | null) =>
    onChange({ ...group, parts: group.parts.flatMap((other) => (other.id === id ? (part ? [part] : []) : [other])) });
  const add = (part: DraftGroup | DraftCondition) => onChange({ ...group, parts: [...group.parts, part] });
  const first = editing.fields.find(({ key }) => key === 'stage') ?? editing.fields[0];
  return (
    <div className="flex flex-col gap-2.5">
      <div className="flex items-center gap-2">
        <Select
          aria-label="How the conditions combine"
          className="w-36"
          options={combinations}
          value={group.combine}
          onChange={(event) => onChange({ ...group, combine: event.target.value === 'or' ? 'or' : 'and' })}
        />
        {onRemove && <IconButton aria-label="Remove the group" icon={<X />} className="ml-auto" onClick={onRemove} />}
      </div>
      <ul className="flex flex-col gap-2.5">
        {group.parts.map((part) => (
          <li key={part.id} className="rounded-md border border-line p-2.5">
            {isDraftGroup(part) ? (
              <FilterGroupEditor
                {...editing}
                group={part}
                depth={depth + 1}
                onChange={(next) => replace(part.id, next)}
                onRemove={() => replace(part.id, null)}
              />
            ) : (
              <ConditionEditor
                {...editing}
                condition={part}
                onChange={(next) => replace(part.id, next)}
                onRemove={() => replace(part.id, null)}
              />
            )}
          </li>
        ))}
      </ul>
      {first && (
        <div className="flex gap-2">
          <Button icon={<Plus />} onClick={() => add(newCondition(first))}>
            Condition
          </Button>
          {depth < maxFilterDepth && (
            <Button variant="quiet" icon={<Plus />} onClick={() => add(newGroup([newCondition(first)]))}>
              Group
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

interface ConditionEditorProps extends Editing {
  condition: DraftCondition;
  onChange: (condition: DraftCondition) => void;
  onRemove: () => void;
}

function ConditionEditor({ condition, fields, choices, onChange, onRemove }: ConditionEditorProps) {
  const field = fields.find(({ key }) => key === condition.key);
  if (!field) return <MissingField onRemove={onRemove} />;
  const choosable = fields.filter(({ key, kind }) => kind !== 'import' || key === field.key);
  const operators = operatorsOf[field.kind];
  const input = operators.find(({ value }) => value === condition.operator)?.input ?? 'none';
  const choose = (key: string | undefined) => {
    const next = fields.find((other) => other.key === key);
    if (next) onChange({ ...newCondition(next), id: condition.id });
  };
  const operate = (operator: string) => {
    const next = operators.find(({ value }) => value === operator);
    onChange({ ...condition, operator, ...(next?.input !== input && { value: undefined }) });
  };
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center gap-2">
        <div className="min-w-0 flex-1">
          <Combobox
            aria-label="Field"
            options={choosable.map(({ key, label }) => ({ value: key, label }))}
            value={{ value: field.key, label: field.label }}
            onValueChange={(option) => choose(option?.value)}
          />
        </div>
        <Select
          aria-label="Test"
          className="w-32 shrink-0"
          options={operators}
          value={condition.operator}
          onChange={(event) => operate(event.target.value)}
        />
        <IconButton aria-label={`Remove the condition on ${field.label}`} icon={<X />} onClick={onRemove} />
      </div>
      <FilterValue
        field={field}
        input={input}
        choices={choices}
        value={condition.value}
        onChange={(value) => onChange({ ...condition, value })}
      />
    </div>
  );
}

function MissingField({ onRemove }: { onRemove: () => void }) {
  return (
    <div className="flex items-center gap-2 text-ink-3">
      This field is gone.
      <IconButton aria-label="Remove the condition on a field that is gone" icon={<X />} onClick={onRemove} />
    </div>
  );
}
