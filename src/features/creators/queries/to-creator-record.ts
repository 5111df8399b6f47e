import { canWriteTo } from '@/features/creators/model/can-write-to';
import type { PostalAddress } from '@/features/creators/schemas/address';
import type { CreatorRecord } from '@/features/creators/schemas/creator-record';
import {
  toContactLink,
  toEmail,
  toHandle,
  toNote,
  toPhone,
  toPreferences,
  toQuote,
  type ContactLinkRow,
  type EmailRow,
  type HandleRow,
  type NoteRow,
  type PhoneRow,
  type PreferenceRow,
  type QuoteRow,
} from '@/features/creators/queries/to-child';
import type { Context } from '@/platform/auth/context';
import { encodeId } from '@/shared/ids';

/** The one row that `getCreator` reads: the root's columns and its children as JSON. */
export interface RecordRow {
  id: string;
  version: number;
  display_name: string;
  given_name: string | null;
  family_name: string | null;
  greeting: string | null;
  formality: CreatorRecord['formality'];
  legal_name: string | null;
  company_name: string | null;
  pronouns: string | null;
  time_zone: string | null;
  languages: string[];
  country: string | null;
  city: string | null;
  birthday: string | null;
  stage: CreatorRecord['stage'];
  owner_id: string | null;
  owner_name: string | null;
  do_not_contact: boolean;
  do_not_contact_reason: string | null;
  is_minor: boolean;
  guardian_id: string | null;
  guardian_name: string | null;
  shipping_address: PostalAddress | null;
  sizes: Record<string, string> | null;
  billing_entity: string | null;
  billing_address: PostalAddress | null;
  vat_id: string | null;
  vendor_number: string | null;
  source: string;
  source_note: string | null;
  legal_basis: string;
  custom: Record<string, unknown>;
  followers: number | null;
  followers_as_of: Date | null;
  engagement_rate: number | null;
  primary_platform: string | null;
  primary_handle: string | null;
  primary_email: string | null;
  last_activity_at: Date | null;
  last_contacted_at: Date | null;
  created_at: Date;
  updated_at: Date;
  archived_at: Date | null;
  handles: HandleRow[];
  emails: EmailRow[];
  phones: PhoneRow[];
  contacts: ContactLinkRow[];
  tags: { id: string; name: string }[];
  preference: PreferenceRow | null;
  pinned_notes: NoteRow[];
  quotes: QuoteRow[];
  merges: { id: string; merged_at: string; creators: { id: string; display_name: string; root_id: string }[] | null }[];
  note_count: number;
  message_count: number;
  quote_count: number;
}

/** The row as the outside sees it, without what this Context may not see. */
export function toCreatorRecord(ctx: Context, row: RecordRow): CreatorRecord {
  return { ...plainFields(row), ...personalFields(ctx, row), ...children(ctx, row) };
}

function plainFields(row: RecordRow) {
  return {
    id: encodeId('creator', row.id),
    version: row.version,
    displayName: row.display_name,
    givenName: row.given_name,
    familyName: row.family_name,
    greeting: row.greeting,
    formality: row.formality,
    legalName: row.legal_name,
    companyName: row.company_name,
    pronouns: row.pronouns,
    timeZone: row.time_zone,
    languages: row.languages,
    country: row.country,
    city: row.city,
    stage: row.stage,
    owner: row.owner_id === null ? null : { id: encodeId('membership', row.owner_id), name: row.owner_name ?? '' },
    doNotContact: row.do_not_contact,
    doNotContactReason: row.do_not_contact_reason,
    isMinor: row.is_minor,
    guardian:
      row.guardian_id === null || row.guardian_name === null
        ? null
        : { id: encodeId('contact', row.guardian_id), name: row.guardian_name },
    billingEntity: row.billing_entity,
    vendorNumber: row.vendor_number,
    source: row.source,
    sourceNote: row.source_note,
    legalBasis: row.legal_basis,
    ...numbers(row),
  };
}

function numbers(row: RecordRow) {
  return {
    custom: Object.fromEntries(Object.entries(row.custom).map(([id, value]) => [encodeId('customField', id), value])),
    followers: row.followers,
    followersAsOf: row.followers_as_of?.toISOString() ?? null,
    engagementRate: row.engagement_rate,
    primaryPlatform: row.primary_platform,
    primaryHandle: row.primary_handle,
    lastActivityAt: row.last_activity_at?.toISOString() ?? null,
    lastContactedAt: row.last_contacted_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    archivedAt: row.archived_at?.toISOString() ?? null,
  };
}

function personalFields({ fields }: Context, row: RecordRow) {
  const shown = fields.personal;
  return {
    birthday: shown ? row.birthday : null,
    shippingAddress: shown ? row.shipping_address : null,
    sizes: shown ? row.sizes : null,
    billingAddress: shown ? row.billing_address : null,
    vatId: shown ? row.vat_id : null,
    primaryEmail: shown ? row.primary_email : null,
    emails: shown ? row.emails.map(toEmail) : null,
    phones: shown ? row.phones.map(toPhone) : null,
  };
}

function children(ctx: Context, row: RecordRow) {
  return {
    handles: row.handles.map(toHandle),
    contacts: row.contacts.map((link) => toContactLink(ctx, link)),
    tags: row.tags.map(({ id, name }) => ({ id: encodeId('tag', id), name })),
    preferences: toPreferences(row.preference),
    pinnedNotes: ctx.permissions.has('note.read') ? row.pinned_notes.map(toNote) : [],
    quotes: ctx.permissions.has('quote.read') ? row.quotes.map((quote) => toQuote(ctx, quote)) : null,
    merges: row.merges
      .filter(({ creators }) => creators?.every((creator) => creator.root_id === row.id))
      .map((merge) => ({
        id: encodeId('merge', merge.id),
        mergedAt: new Date(merge.merged_at).toISOString(),
        creators: (merge.creators ?? []).map(({ id, display_name }) => ({
          id: encodeId('creator', id),
          displayName: display_name,
        })),
      })),
    counts: { notes: row.note_count, messages: row.message_count, quotes: row.quote_count },
    writing: canWriteTo({
      doNotContact: row.do_not_contact,
      isMinor: row.is_minor,
      hasGuardian: row.guardian_name !== null,
      archived: row.archived_at !== null,
      hasAddress: row.primary_email !== null,
    }),
  };
}
