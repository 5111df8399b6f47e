import { nameColumns } from '@/features/creators/commands/to-creator-columns';
import type { WrittenFor } from '@/features/imports/model/written-for';
import type { BatchDraft } from '@/features/imports/model/batch-draft';
import type { KnownCreator } from '@/features/imports/model/known-creator';
import { handleNumbers } from '@/features/imports/model/handle-numbers';
import { toJson } from '@/features/imports/model/to-json';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';

/** Inserts the batch's new creators, with the numbers they carry for lists as `refreshCreatorNumbers` would set them. */
export async function insertCreators(tx: Tx, draft: BatchDraft, { source }: WrittenFor): Promise<void> {
  if (draft.created.size === 0) return;
  const addresses = addressesOf(draft);
  const rows = [...draft.created.values()].map((creator) => ({
    ...columnsOf(creator),
    ...numbersOf(creator),
    primaryEmail: addresses.get(creator.id) ?? null,
  }));
  await tx.execute(sql`
    insert into creator (workspace_id, id, root_id, display_name, folded_name, sort_name, given_name, family_name,
      greeting, company_name, pronouns, time_zone, languages, country, city, birthday, stage, owner_id, do_not_contact,
      do_not_contact_reason, shipping_address, vat_id, vendor_number, source, source_note, custom, followers,
      followers_as_of, engagement_rate, primary_platform, primary_handle, primary_email, last_activity_at, created_at,
      updated_at)
    select ${tx.ctx.workspaceId}::uuid, c.id, c.id, c."displayName", c."foldedName", c."sortName", c."givenName",
      c."familyName", c.greeting, c."companyName", c.pronouns, c."timeZone", c.languages, c.country, c.city, c.birthday,
      c.stage, c."ownerId", c."doNotContact", c."doNotContactReason", c."shippingAddress", c."vatId", c."vendorNumber",
      'import', ${source}, c.custom, c.followers, c."followersAsOf", c."engagementRate", c."primaryPlatform",
      c."primaryHandle", c."primaryEmail", ${tx.ctx.now}, ${tx.ctx.now}, ${tx.ctx.now}
    from json_to_recordset(${toJson(rows)}::json) as c(id uuid, "displayName" text, "foldedName" text, "sortName" text,
      "givenName" text, "familyName" text, greeting text, "companyName" text, pronouns text, "timeZone" text,
      languages text[], country text, city text, birthday date, stage text, "ownerId" uuid, "doNotContact" boolean,
      "doNotContactReason" text, "shippingAddress" jsonb, "vatId" text, "vendorNumber" text, custom jsonb,
      followers bigint, "followersAsOf" timestamptz, "engagementRate" float8, "primaryPlatform" text,
      "primaryHandle" text, "primaryEmail" text)`);
}

/**
 * Writes the columns of creators over the version that was read.
 * @throws AppError conflict when somebody changed one in the meantime: decide again
 */
export async function updateCreators(tx: Tx, creators: readonly KnownCreator[]): Promise<void> {
  if (creators.length === 0) return;
  const rows = creators.map((creator) => ({ ...columnsOf(creator), version: creator.version }));
  const count = await tx.execute(sql`
    update creator c set display_name = n."displayName", folded_name = n."foldedName", sort_name = n."sortName",
      given_name = n."givenName", family_name = n."familyName", greeting = n.greeting, company_name = n."companyName",
      pronouns = n.pronouns, time_zone = n."timeZone", languages = n.languages, country = n.country, city = n.city,
      birthday = n.birthday, owner_id = n."ownerId", do_not_contact = n."doNotContact",
      do_not_contact_reason = n."doNotContactReason", shipping_address = n."shippingAddress", vat_id = n."vatId",
      vendor_number = n."vendorNumber", custom = n.custom, version = c.version + 1, updated_at = ${tx.ctx.now}
    from json_to_recordset(${toJson(rows)}::json) as n(id uuid, version int, "displayName" text, "foldedName" text,
      "sortName" text, "givenName" text, "familyName" text, greeting text, "companyName" text, pronouns text,
      "timeZone" text, languages text[], country text, city text, birthday date, "ownerId" uuid,
      "doNotContact" boolean, "doNotContactReason" text, "shippingAddress" jsonb, "vatId" text, "vendorNumber" text,
      custom jsonb)
    where c.id = n.id and c.version = n.version`);
  if (count !== creators.length) throw new AppError('conflict', { reason: 'changed_meanwhile' });
}

function columnsOf({ id, fields, custom }: KnownCreator) {
  return { id, ...fields, ...nameColumns(fields.displayName), custom };
}

/** Over the handles of a creator that is new: the same rule as `refreshCreatorNumbers`. */
function numbersOf({ handles }: KnownCreator) {
  const main = handles.find((handle) => handle.isPrimary);
  const numbers = handles
    .map(handleNumbers)
    .sort((a, b) => (b.followers ?? -1) - (a.followers ?? -1) || (a.id < b.id ? -1 : 1));
  const rated = numbers.find((one) => one.engagementRate !== null);
  return {
    ...(numbers[0] && { followers: numbers[0].followers, followersAsOf: numbers[0].followersAsOf }),
    engagementRate: rated?.engagementRate,
    primaryPlatform: main?.platform,
    primaryHandle: main?.name,
  };
}

/** The own address each new creator is written to; who has none but a contact's is refreshed afterwards. */
function addressesOf({ emails, archivedEmails }: BatchDraft): Map<string, string> {
  const archived = new Set(archivedEmails.map(({ creatorId, normalized }) => `${creatorId} ${normalized}`));
  const own = emails
    .filter(({ creatorId, normalized }) => creatorId !== null && !archived.has(`${creatorId} ${normalized}`))
    .sort((a, b) => Number(a.isPrimary) - Number(b.isPrimary) || (a.id < b.id ? 1 : -1));
  return new Map(own.map(({ creatorId, address }) => [creatorId ?? '', address]));
}
