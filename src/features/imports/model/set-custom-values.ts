import { newId } from '@/shared/ids';
import type { CustomFieldEntry } from './batch-draft';
import type { RowWork } from './row-work';
import { isSame, noteField } from './note-changes';
import type { ParsedCustomValue } from './parsed-row';

/**
 * Keeps what fits no field of a creator in custom fields of the workspace, which are made when they are missing; one
 * with the same name (without regard to case) is used, and takes the value where its type can hold it.
 */
export function setCustomValues(work: RowWork): void {
  const { row, creator } = work;
  for (const given of row.custom) {
    const field = fieldOf(work, given);
    const value = valueFor(work, field, given);
    if (value === undefined) {
      warnMisfit(work, field, given);
      continue;
    }
    const from = creator.custom[field.id] ?? null;
    if (isSame(from, value) || (!work.first && from !== null)) continue;
    creator.custom[field.id] = value;
    noteField(work, `custom.${field.id}`, { from, to: value });
  }
}

function fieldOf({ draft, changes }: RowWork, { label, type }: ParsedCustomValue): CustomFieldEntry {
  const key = label.toLowerCase();
  const known = draft.customFields.get(key);
  if (known) return known;
  const made = { id: newId(), label, type, options: [] };
  draft.customFields.set(key, made);
  draft.newFields.push(made);
  (changes.newFields ??= []).push(made.id);
  return made;
}

function valueFor(work: RowWork, field: CustomFieldEntry, { type, value }: ParsedCustomValue): unknown {
  switch (field.type) {
    case 'text':
      return String(value);
    case 'select':
      return optionOf(work, field, String(value));
    case 'multi_select':
      return [optionOf(work, field, String(value))];
    default:
      return field.type === type ? value : undefined;
  }
}

function optionOf({ draft, changes }: RowWork, field: CustomFieldEntry, option: string): string {
  if (field.options.includes(option)) return option;
  field.options.push(option);
  if (!draft.newFields.includes(field)) {
    draft.changedFields.add(field);
    (changes.options ??= []).push({ fieldId: field.id, option });
  }
  return option;
}

function warnMisfit({ row }: RowWork, field: CustomFieldEntry, { label, value }: ParsedCustomValue): void {
  const shown = String(value).slice(0, 60);
  const message = `“${shown}” does not fit the custom field “${field.label}” (${field.type}); it is kept with the row.`;
  row.warnings.push({ field: label, reason: 'does_not_fit', message });
}
