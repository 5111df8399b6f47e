import type { CustomType } from '@/features/imports/model/custom-types';
import type { ContentType } from '@/features/imports/model/profile-column';
import type { Outcome } from '@/features/imports/schemas/import';

export const outcomes: readonly Outcome[] = ['created', 'updated', 'unchanged', 'skipped', 'rejected'];

/** What a column's cells were found to hold, after "the content is". */
export const contentLabels: Record<ContentType | 'text', string> = {
  email: 'e-mail addresses',
  url: 'web addresses',
  percent: 'percentages',
  number: 'numbers',
  money: 'amounts of money',
  date: 'dates',
  boolean: 'yes or no',
  country: 'countries',
  platform: 'platforms',
  language: 'languages',
  phone: 'phone numbers',
  handle: 'handles',
  text: 'text',
};

export const duplicateChoices = [
  { value: 'merge', label: 'Merge', hint: 'Fills and updates the creator who is there. Nothing is emptied.' },
  { value: 'skip', label: 'Skip', hint: 'Leaves the creator who is there as they are.' },
  { value: 'create', label: 'Create', hint: 'Makes a second creator. For lists that share handles on purpose.' },
] as const;

export const customTypeLabels: Record<CustomType, string> = {
  text: 'Text',
  number: 'Number',
  date: 'Date',
  boolean: 'Yes or no',
  url: 'Web address',
  select: 'One of a list',
};
