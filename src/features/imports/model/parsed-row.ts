import type { NormalizedHandle } from '@/shared/identity/normalize-handle';
import type { CustomType } from './custom-types';
import type { Metric } from './target-fields';

export type CreatorStage =
  'prospect' | 'contacted' | 'in_conversation' | 'active' | 'ambassador' | 'paused' | 'declined';

export interface RowIssue {
  /** Key of the column, or `row` or `identity`. */
  field: string;
  /** Stable, for programs. */
  reason: string;
  /** For the person who mends it. */
  message: string;
}

export interface ParsedHandle extends NormalizedHandle {
  /** Counts as numbers, rates as fractions of one. */
  metrics: Partial<Record<Metric, number>>;
}

export interface ShippingAddress {
  line1?: string;
  line2?: string;
  postalCode?: string;
  city?: string;
  region?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
}

export interface ParsedCustomValue {
  label: string;
  type: CustomType;
  /** A date is `YYYY-MM-DD`. */
  value: string | number | boolean;
}

/** A row of a file as a creator's record. Only `rejection`, `warnings` and the numbers hold for a rejected row. */
export interface ParsedRow {
  rowNumber: number;
  lineNumber: number;
  rejection?: RowIssue;
  /** Values that were left out or read as missing; the row is imported without them. */
  warnings: RowIssue[];

  /** Never empty on a row that is not rejected: the name, else given and family name, else handle, else mail. */
  displayName: string;
  /** `displayName` is a name the file gives, and may serve as identity. */
  hasName: boolean;
  givenName?: string;
  familyName?: string;
  greeting?: string;
  companyName?: string;
  pronouns?: string;
  /** IANA. */
  timeZone?: string;
  /** `YYYY-MM-DD`. */
  birthday?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  city?: string;
  stage?: CreatorStage;
  ownerEmail?: string;
  doNotContact?: boolean;
  agencyName?: string;
  managerName?: string;
  managerEmail?: { address: string; normalized: string };
  vatId?: string;
  vendorNumber?: string;
  shippingAddress?: ShippingAddress;
  /** BCP 47. */
  languages: string[];
  tags: string[];
  notes: string[];
  handles: ParsedHandle[];
  emails: { address: string; normalized: string }[];
  phones: string[];
  rates: { format?: string; amountMinor: number; currency: string }[];
  custom: ParsedCustomValue[];
  /** Day of the numbers, `YYYY-MM-DD`, where the row names one. */
  asOf?: string;
}
