import type { Platform } from '@/shared/identity/platforms';
import type { ParsedRow, ShippingAddress } from './parsed-row';

/** A number of a handle at a time (milliseconds since 1970). */
export interface MetricPoint {
  asOf: number;
  value: number;
}

export interface KnownHandle {
  id: string;
  creatorId: string;
  platform: Platform;
  name: string;
  normalized: string;
  url: string | null;
  platformAccountId: string | null;
  isPrimary: boolean;
  oldNames: string[];
  /** Of each metric asked for: the newest at or before the time asked for, else any; and what this batch adds. */
  points: Map<string, MetricPoint[]>;
}

/** Columns of a creator that a file fills. Days are `YYYY-MM-DD`. */
export interface CreatorFields {
  displayName: string;
  givenName: string | null;
  familyName: string | null;
  greeting: string | null;
  companyName: string | null;
  pronouns: string | null;
  timeZone: string | null;
  birthday: string | null;
  country: string | null;
  city: string | null;
  stage: string;
  ownerId: string | null;
  doNotContact: boolean;
  doNotContactReason: string | null;
  vatId: string | null;
  vendorNumber: string | null;
  shippingAddress: ShippingAddress | null;
  languages: string[];
}

/** The ordinary fields: texts that the first row of an import overwrites and later ones only fill. */
export const PLAIN_FIELDS = [
  'givenName',
  'familyName',
  'greeting',
  'companyName',
  'pronouns',
  'timeZone',
  'birthday',
  'country',
  'city',
  'vatId',
  'vendorNumber',
] as const satisfies readonly (keyof CreatorFields & keyof ParsedRow)[];

/** Where an address of a creator is: the creator's own, or taken away by a person. */
export type AddressPlace = 'own' | 'removed';

/** A creator (with all that was merged into it) as far as an import has to know it. */
export interface KnownCreator {
  id: string;
  /** 0 for one that this batch makes. */
  version: number;
  fields: CreatorFields;
  /** By field id. */
  custom: Record<string, unknown>;
  handles: KnownHandle[];
  /** Platform and name of accounts that a person took away. */
  removedHandles: Set<string>;
  emails: Map<string, AddressPlace>;
  phones: Set<string>;
  /** Lower-cased. */
  tags: Set<string>;
  notes: Set<string>;
  quotes: Set<string>;
  contactIds: Set<string>;
}

export function handleKey(platform: string, name: string): string {
  return `${platform} ${name}`;
}

export function quoteKey({ format, amountMinor, currency }: { format: string; amountMinor: number; currency: string }) {
  return `${amountMinor} ${currency} ${format.toLowerCase()}`;
}
