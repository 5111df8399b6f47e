import type { CreatorRecord } from '@/features/creators/schemas/creator-record';

export const addressParts = ['name', 'line1', 'line2', 'postalCode', 'city', 'region', 'country', 'phone'] as const;
export type AddressText = Record<(typeof addressParts)[number], string>;

const texts = [
  'displayName',
  'givenName',
  'familyName',
  'greeting',
  'formality',
  'pronouns',
  'companyName',
  'legalName',
  'city',
  'country',
  'timeZone',
  'birthday',
  'billingEntity',
  'vatId',
  'vendorNumber',
  'sourceNote',
] as const;
export type DetailText = (typeof texts)[number];

/** The details while they are typed: an empty text stands for nothing. */
export interface Details extends Record<DetailText, string> {
  languages: string[];
  legalBasis: string;
  shippingAddress: AddressText;
  billingAddress: AddressText;
  /** One line each: `shoe: 41 EU`. */
  sizes: string;
  custom: Record<string, unknown>;
}

export function toDetails(record: CreatorRecord): Details {
  const own = Object.fromEntries(texts.map((field) => [field, record[field] ?? ''])) as Record<DetailText, string>;
  return {
    ...own,
    languages: record.languages,
    legalBasis: record.legalBasis,
    shippingAddress: toAddress(record.shippingAddress),
    billingAddress: toAddress(record.billingAddress),
    sizes: Object.entries(record.sizes ?? {})
      .map(([name, size]) => `${name}: ${size}`)
      .join('\n'),
    custom: record.custom,
  };
}

function toAddress(address: CreatorRecord['shippingAddress']): AddressText {
  return Object.fromEntries(addressParts.map((part) => [part, address?.[part] ?? ''])) as AddressText;
}

/** What the update has to say: the fields that differ; null empties one. */
export function changedDetails(before: Details, after: Details): Record<string, unknown> {
  const changed = <Value>(field: keyof Details, value: Value) =>
    JSON.stringify(before[field]) === JSON.stringify(after[field]) ? [] : [[field, value]];
  const custom = Object.entries(after.custom).filter(
    ([id, value]) => JSON.stringify(value) !== JSON.stringify(before.custom[id]),
  );
  return Object.fromEntries([
    ...texts.flatMap((field) => changed(field, orNull(after[field]))),
    ...changed('languages', after.languages),
    ...changed('legalBasis', after.legalBasis),
    ...changed('shippingAddress', fromAddress(after.shippingAddress)),
    ...changed('billingAddress', fromAddress(after.billingAddress)),
    ...changed('sizes', readSizes(after.sizes)),
    ...(custom.length > 0 ? [['custom', Object.fromEntries(custom)]] : []),
  ]) as Record<string, unknown>;
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

function fromAddress(address: AddressText): Partial<AddressText> | null {
  const filled = Object.entries(address).filter(([, text]) => text.trim() !== '');
  return filled.length > 0 ? Object.fromEntries(filled) : null;
}

function readSizes(text: string): Record<string, string> | null {
  const sizes = text
    .split('\n')
    .map((line) => line.split(':').map((part) => part.trim()))
    .flatMap(([name, ...size]) => (name && size.join(':') ? [[name, size.join(':')]] : []));
  return sizes.length > 0 ? (Object.fromEntries(sizes) as Record<string, string>) : null;
}
