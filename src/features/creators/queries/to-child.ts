import type { z } from 'zod';
import type {
  CreatorRecord,
  emailDtoSchema,
  handleDtoSchema,
  noteDtoSchema,
  phoneDtoSchema,
  preferencesDtoSchema,
  quoteDtoSchema,
} from '@/features/creators/schemas/creator-record';
import type { Context } from '@/platform/auth/context';
import { encodeId } from '@/shared/ids';

/** Rows of children as `json_agg` gives them (instants as text) or as columns (as dates), and what the outside sees of each. */
export interface HandleRow {
  id: string;
  platform: string;
  name: string;
  url: string | null;
  platform_account_id: string | null;
  is_primary: boolean;
  followers: number | null;
  followers_as_of: string | null;
  engagement_rate: number | null;
  metrics: { metric: string; value: number; as_of: string; source: string }[] | null;
  history_count: number;
  audience: AudienceRow | null;
}
type Shares = Record<string, number> | null;
interface AudienceRow {
  as_of: string;
  source: string;
  countries: Shares;
  ages: Shares;
  genders: Shares;
  languages: Shares;
  authenticity: number | null;
}

export function toHandle(row: HandleRow): z.output<typeof handleDtoSchema> {
  const { audience } = row;
  return {
    id: encodeId('handle', row.id),
    platform: row.platform,
    name: row.name,
    url: row.url,
    platformAccountId: row.platform_account_id,
    isPrimary: row.is_primary,
    followers: row.followers,
    followersAsOf: row.followers_as_of === null ? null : instant(row.followers_as_of),
    engagementRate: row.engagement_rate,
    metrics: (row.metrics ?? []).map(({ metric, value, as_of, source }) => ({
      metric,
      value,
      asOf: instant(as_of),
      source,
    })),
    historyCount: row.history_count,
    audience: audience && {
      asOf: instant(audience.as_of),
      source: audience.source,
      countries: audience.countries,
      ages: audience.ages,
      genders: audience.genders,
      languages: audience.languages,
      authenticity: audience.authenticity,
    },
  };
}

export interface EmailRow {
  id: string;
  address: string;
  label: string | null;
  is_primary: boolean;
  source: string;
  legal_basis: string;
  created_at: string | Date;
}

export function toEmail(row: EmailRow): z.output<typeof emailDtoSchema> {
  return {
    id: encodeId('emailAddress', row.id),
    address: row.address,
    label: row.label,
    isPrimary: row.is_primary,
    source: row.source,
    legalBasis: row.legal_basis,
    createdAt: instant(row.created_at),
  };
}

export interface PhoneRow {
  id: string;
  number: string;
  label: string | null;
  is_primary: boolean;
  source: string;
}

export function toPhone(row: PhoneRow): z.output<typeof phoneDtoSchema> {
  return {
    id: encodeId('phoneNumber', row.id),
    number: row.number,
    label: row.label,
    isPrimary: row.is_primary,
    source: row.source,
  };
}

export interface ContactLinkRow {
  id: string;
  name: string;
  role: string;
  topics: string[];
  routing: 'instead' | 'copied' | 'none';
  agency_id: string | null;
  agency_name: string | null;
  emails: string[] | null;
  phones: string[] | null;
}

export function toContactLink({ fields }: Context, row: ContactLinkRow): CreatorRecord['contacts'][number] {
  return {
    id: encodeId('contact', row.id),
    name: row.name,
    role: row.role,
    topics: row.topics,
    routing: row.routing,
    agency: row.agency_id === null ? null : { id: encodeId('agency', row.agency_id), name: row.agency_name ?? '' },
    emails: fields.personal ? (row.emails ?? []) : null,
    phones: fields.personal ? (row.phones ?? []) : null,
  };
}

export interface NoteRow {
  id: string;
  html: string;
  text: string;
  pinned: boolean;
  author_id: string | null;
  author_name: string | null;
  version: number;
  created_at: string | Date;
  updated_at: string | Date;
}

export function toNote(row: NoteRow): z.output<typeof noteDtoSchema> {
  return {
    id: encodeId('note', row.id),
    html: row.html,
    text: row.text,
    pinned: row.pinned,
    author: row.author_id === null ? null : { id: encodeId('membership', row.author_id), name: row.author_name ?? '' },
    version: row.version,
    createdAt: instant(row.created_at),
    updatedAt: instant(row.updated_at),
  };
}

export interface QuoteRow {
  id: string;
  kind: 'asked' | 'agreed';
  format: string;
  usage: string | null;
  amount_minor: number;
  currency: string;
  quoted_on: string;
  said_by: string | null;
  note: string | null;
  created_at: string | Date;
}

export function toQuote({ fields }: Context, row: QuoteRow): z.output<typeof quoteDtoSchema> {
  return {
    id: encodeId('quote', row.id),
    kind: row.kind,
    format: row.format,
    usage: row.usage,
    amountMinor: fields.money ? row.amount_minor : null,
    currency: fields.money ? row.currency : null,
    quotedOn: row.quoted_on,
    saidBy: row.said_by,
    note: row.note,
    createdAt: instant(row.created_at),
  };
}

export interface PreferenceRow {
  formats: string[];
  topics: string[];
  brands_to_avoid: string[];
  products: string[];
  tone: string | null;
  working_hours: { days: string[]; from: string; to: string } | null;
}

const noPreferences = {
  formats: [],
  topics: [],
  brands_to_avoid: [],
  products: [],
  tone: null,
  working_hours: null,
} satisfies PreferenceRow;

export function toPreferences(row: PreferenceRow | null): z.output<typeof preferencesDtoSchema> {
  const { formats, topics, brands_to_avoid, products, tone, working_hours } = row ?? noPreferences;
  return { formats, topics, brandsToAvoid: brands_to_avoid, products, tone, workingHours: working_hours };
}

/** PostgreSQL's JSON writes instants with the offset of the session. */
function instant(value: string | Date): string {
  return new Date(value).toISOString();
}
