'use client';

import { useId, type ReactNode } from 'react';
import { contentLabels, customTypeLabels } from '@/features/imports/components/labels.data';
import { customChoice, isCustom, optionOf, targetOptions } from '@/features/imports/components/mapping/target-options';
import { CUSTOM_TYPES, type CustomType } from '@/features/imports/model/custom-types';
import { isTarget, targetRules, type Target } from '@/features/imports/model/target-fields';
import type { ImportColumn } from '@/features/imports/schemas/import';
import { Badge } from '@/ui/badge';
import { Combobox } from '@/ui/combobox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { useFormat } from '@/ui/locale-provider';
import { Select } from '@/ui/select';

interface ColumnRowProps {
  column: ImportColumn;
  /** The control's path, for the summary of errors. */
  name: string;
  target: Target;
  conflict?: string;
  /** What its custom field would hold. */
  type: CustomType;
  onTarget: (target: Target) => void;
  onType: (type: CustomType) => void;
}

const shownSamples = 3;
const typeOptions = CUSTOM_TYPES.map((value) => ({ value, label: customTypeLabels[value] }));

/** A column of the file, with some of its cells, and where it goes. */
export function ColumnRow({ column, name, target, conflict, type, onTarget, onType }: ColumnRowProps) {
  const custom = isCustom(target);
  return (
    <li className="grid gap-x-4 gap-y-2 px-3.5 py-2.5 sm:grid-cols-[minmax(0,1fr)_15rem] xl:grid-cols-[minmax(0,1fr)_7.5rem_16rem]">
      <div className="min-w-0">
        <h3 className="font-medium [overflow-wrap:anywhere]">{column.key}</h3>
        <Samples column={column} />
        {column.contradiction && <Contradiction {...column.contradiction} target={target} />}
      </div>
      <div className="flex items-start pt-[5px] max-sm:-mt-1 max-sm:pt-0 sm:max-xl:order-last sm:max-xl:col-start-2">
        <Recognition column={column} target={target} />
      </div>
      <div className="flex min-w-0 flex-col gap-2">
        <Field label={`Where “${column.key}” goes`} hideLabel name={name} error={conflict}>
          <Combobox
            aria-label={`Where “${column.key}” goes`}
            value={optionOf(target)}
            options={targetOptions(column.guessed)}
            onValueChange={(option) => option && onTarget(targetOf(option.value, column.key))}
            onCreate={(text) => onTarget(`custom:${text}`)}
          />
        </Field>
        {custom && <CustomField {...{ column, target, type, onTarget, onType }} />}
      </div>
    </li>
  );
}

function targetOf(choice: string, column: string): Target {
  return choice === customChoice ? `custom:${column}` : (choice as Target);
}

function Samples({ column: { samples, filled, placeholders } }: { column: ImportColumn }) {
  const format = useFormat();
  if (filled === 0) return <p className="text-sm text-ink-3">No values</p>;
  const missing = placeholders > 0 ? `${format.number(placeholders)} read as missing` : '';
  return (
    <p className="line-clamp-2 text-sm text-ink-3 [overflow-wrap:anywhere]">
      {samples.slice(0, shownSamples).map((sample, index) => (
        <span key={sample}>
          {index > 0 && <span aria-hidden="true"> · </span>}
          <bdi>{sample}</bdi>
        </span>
      ))}
      {missing && ` · ${missing}`}
    </p>
  );
}

function Contradiction({ header, found, target }: { header: string; found: string; target: Target }) {
  const says = (isTarget(header) ? targetRules(header).label : header).toLowerCase();
  const holds = contentLabels[found as keyof typeof contentLabels];
  return (
    <p className="mt-1.5 text-sm text-attention">
      The header says {says}, the content is {holds}.{' '}
      {target === header ? 'You keep the header’s word.' : 'It goes where the content fits.'}
    </p>
  );
}

/** How the column was recognised; only what needs a look is coloured. */
function Recognition({ column, target }: { column: ImportColumn; target: Target }) {
  const format = useFormat();
  if (target !== column.guessed) return <Quiet>Your choice</Quiet>;
  if (column.contradiction) return <Badge tone="attention">Contradiction</Badge>;
  if (target === 'ignore') return <Quiet>Left out</Quiet>;
  if (isCustom(target)) return <Quiet>New field</Quiet>;
  if (column.confidence < 0.5) return <Badge tone="attention">Please check</Badge>;
  return (
    <Quiet>{column.confidence < 0.95 ? `Recognised, ${format.percent(column.confidence, 0)}` : 'Recognised'}</Quiet>
  );
}

function Quiet({ children }: { children: ReactNode }) {
  return <span className="num text-sm text-ink-3 max-sm:hidden">{children}</span>;
}

/** Name and type of the field a column becomes. */
function CustomField({ column, target, type, onTarget, onType }: Omit<ColumnRowProps, 'name' | 'conflict'>) {
  const id = useId();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_7.5rem] gap-2">
      <Input
        id={id}
        aria-label={`Name of the field for “${column.key}”`}
        value={target.slice('custom:'.length)}
        maxLength={200}
        onChange={(event) => onTarget(`custom:${event.target.value}`)}
      />
      <Select
        aria-label={`What the field for “${column.key}” holds`}
        value={type}
        options={typeOptions}
        onChange={(event) => onType(event.target.value as CustomType)}
      />
    </div>
  );
}
