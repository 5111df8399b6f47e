import type { Changes } from '@/features/creators/model/changes';
import { defineEvent } from '@/platform/events/define-event';

interface Changed {
  changes: Changes;
}

export const creatorCreated = defineEvent<{ displayName: string; source: string }>('creator.created', 'creator');
export const creatorUpdated = defineEvent<Changed>('creator.updated', 'creator');
export const creatorStageSet = defineEvent<Changed>('creator.stage_set', 'creator');
export const creatorOwnerAssigned = defineEvent<Changed>('creator.owner_assigned', 'creator');
export const creatorDoNotContactSet = defineEvent<Changed>('creator.do_not_contact_set', 'creator');
export const creatorMinorSet = defineEvent<Changed>('creator.minor_set', 'creator');
export const creatorArchived = defineEvent<{ displayName: string }>('creator.archived', 'creator');
export const creatorRestored = defineEvent<{ displayName: string }>('creator.restored', 'creator');
export const creatorTagged = defineEvent<{ added: string[]; removed: string[] }>('creator.tagged', 'creator');
export const creatorPreferencesUpdated = defineEvent<Changed>('creator.preferences_updated', 'creator');
/** Recorded once, for the survivor: its merged group is read as one from then on. */
export const creatorMerged = defineEvent<{
  mergeId: string;
  survivor: { id: string; displayName: string };
  merged: { id: string; displayName: string }[];
  changes: Changes;
}>('creator.merged', 'creator');
/** Recorded for the survivor and for each that stands alone again. */
export const creatorMergeUndone = defineEvent<{
  mergeId: string;
  survivor: { id: string; displayName: string };
  restored: { id: string; displayName: string }[];
  changes: Changes;
}>('creator.merge_undone', 'creator');

interface NamedHandle {
  platform: string;
  name: string;
}
export const handleAdded = defineEvent<NamedHandle>('handle.added', 'handle');
export const handleUpdated = defineEvent<NamedHandle & Changed>('handle.updated', 'handle');
export const handleRemoved = defineEvent<NamedHandle>('handle.removed', 'handle');
export const handleMadePrimary = defineEvent<NamedHandle>('handle.made_primary', 'handle');

export const emailAddressAdded = defineEvent<{ address: string }>('email_address.added', 'emailAddress');
export const emailAddressUpdated = defineEvent<Changed>('email_address.updated', 'emailAddress');
export const emailAddressRemoved = defineEvent<{ address: string }>('email_address.removed', 'emailAddress');
export const emailAddressMadePrimary = defineEvent<{ address: string }>('email_address.made_primary', 'emailAddress');
export const phoneNumberAdded = defineEvent<{ number: string }>('phone_number.added', 'phoneNumber');
export const phoneNumberUpdated = defineEvent<Changed>('phone_number.updated', 'phoneNumber');
export const phoneNumberRemoved = defineEvent<{ number: string }>('phone_number.removed', 'phoneNumber');
export const phoneNumberMadePrimary = defineEvent<{ number: string }>('phone_number.made_primary', 'phoneNumber');

interface NamedContact {
  name: string;
}
export const contactCreated = defineEvent<NamedContact>('contact.created', 'contact');
export const contactUpdated = defineEvent<NamedContact & Changed>('contact.updated', 'contact');
export const contactArchived = defineEvent<NamedContact>('contact.archived', 'contact');
export const contactRestored = defineEvent<NamedContact>('contact.restored', 'contact');
/** `why` is set when the link follows from an address that several creators gave. */
export const contactLinked = defineEvent<NamedContact & { role: string; routing: string; why?: 'shared_address' }>(
  'contact.linked',
  'contact',
);
export const contactLinkUpdated = defineEvent<NamedContact & Changed>('contact.link_updated', 'contact');
export const contactUnlinked = defineEvent<NamedContact>('contact.unlinked', 'contact');
export const agencyCreated = defineEvent<{ name: string }>('agency.created', 'agency');
export const agencyUpdated = defineEvent<{ name: string } & Changed>('agency.updated', 'agency');
export const agencyArchived = defineEvent<{ name: string }>('agency.archived', 'agency');
export const agencyRestored = defineEvent<{ name: string }>('agency.restored', 'agency');

export const customFieldCreated = defineEvent<{ label: string; type: string }>('custom_field.created', 'customField');
export const customFieldUpdated = defineEvent<{ label: string } & Changed>('custom_field.updated', 'customField');
export const customFieldArchived = defineEvent<{ label: string }>('custom_field.archived', 'customField');
export const customFieldRestored = defineEvent<{ label: string }>('custom_field.restored', 'customField');

/** `excerpt` is the beginning of its plain text. */
interface NotePart {
  excerpt: string;
}
export const noteCreated = defineEvent<NotePart & { mentions: string[] }>('note.created', 'note');
export const noteEdited = defineEvent<NotePart & { mentions: string[]; version: number }>('note.edited', 'note');
export const notePinned = defineEvent<NotePart>('note.pinned', 'note');
export const noteUnpinned = defineEvent<NotePart>('note.unpinned', 'note');
export const noteArchived = defineEvent<NotePart>('note.archived', 'note');
export const noteRestored = defineEvent<NotePart>('note.restored', 'note');

interface QuotedFee {
  kind: string;
  format: string;
  amountMinor: number;
  currency: string;
}
export const quoteCreated = defineEvent<QuotedFee>('quote.created', 'quote');
export const quoteArchived = defineEvent<QuotedFee>('quote.archived', 'quote');

export const segmentCreated = defineEvent<{ name: string; shared: boolean }>('segment.created', 'segment');
export const segmentUpdated = defineEvent<{ name: string; changes: string[] }>('segment.updated', 'segment');
export const segmentArchived = defineEvent<{ name: string }>('segment.archived', 'segment');
export const segmentRestored = defineEvent<{ name: string }>('segment.restored', 'segment');

export const exportCreated = defineEvent<{ format: string; columns: string[] }>('export.created', 'export');
export const exportCompleted = defineEvent<{ rows: number; size: number }>('export.completed', 'export');
export const exportFailed = defineEvent<{ reason: string }>('export.failed', 'export');
export const exportCancelled = defineEvent<Record<string, never>>('export.cancelled', 'export');
/** Personal data left the house. */
export const exportDownloaded = defineEvent<{ fileName: string }>('export.downloaded', 'export');
