import { METRICS, targetRules, type Metric, type Target } from '@/features/imports/model/target-fields';
import { PLATFORMS } from '@/shared/identity/platforms';
import type { ComboboxOption } from '@/ui/combobox-panel';

/** Stands in the list for `custom:` and a label of its own. */
export const customChoice = 'custom';

const metrics = Object.keys(METRICS) as Metric[];

const groups: [string, Target[]][] = [
  ['Person', ['displayName', 'givenName', 'familyName', 'greeting', 'pronouns', 'companyName', 'birthday', 'languages', 'country', 'city', 'timeZone']],
  ['Accounts', ['handle', 'platform', 'profileUrl', ...PLATFORMS.map((platform): Target => `handle:${platform}`)]],
  ['Numbers of the account', [...metrics.map((metric): Target => `metric:${metric}`), 'asOf']],
  ['Reaching them', ['email', 'phone', 'agencyName', 'managerName', 'managerEmail', 'doNotContact']],
  ['Working with them', ['stage', 'ownerEmail', 'tags', 'notes']],
  ['Money', ['rate', 'rate:post', 'rate:reel', 'rate:story', 'rate:video', 'vatId', 'vendorNumber']],
  ['Shipping address', ['shippingAddress.line1', 'shippingAddress.line2', 'shippingAddress.postalCode', 'shippingAddress.city', 'shippingAddress.region', 'shippingAddress.country']],
  ['Numbers of one platform', metrics.flatMap((metric) => PLATFORMS.map((platform): Target => `metric:${metric}@${platform}`))],
]; // prettier-ignore

const fieldOptions: ComboboxOption[] = groups.flatMap(([group, targets]) =>
  targets.map((value) => ({ value, label: targetRules(value).label, group })),
);
const known = new Set(fieldOptions.map(({ value }) => value));

const otherOptions: ComboboxOption[] = [
  { value: customChoice, label: 'Custom field', hint: 'kept beside the others', group: 'Otherwise' },
  { value: 'ignore', label: 'Do not import', hint: 'stays in the file’s row', group: 'Otherwise' },
];

/** Where a column can go: what it was recognised as first, then everything by group. */
export function targetOptions(guessed: Target): ComboboxOption[] {
  const recognised = guessed === 'ignore' || isCustom(guessed) ? [] : [optionOf(guessed, 'Recognised')];
  return [
    ...recognised,
    ...otherOptions,
    ...fieldOptions.filter(({ value }) => recognised.length === 0 || value !== guessed),
  ];
}

export function optionOf(target: Target, group?: string): ComboboxOption {
  if (isCustom(target)) return { value: customChoice, label: 'Custom field' };
  const found = known.has(target) ? fieldOptions.find(({ value }) => value === target) : undefined;
  return { value: target, label: found?.label ?? targetRules(target).label, group };
}

export function isCustom(target: Target): boolean {
  return target.startsWith('custom:');
}
