import { type CreatorRow } from '@/features/creators/schemas/creator-list';
import type { VisibleFields } from '@/platform/auth/context';
import { sql } from '@/platform/db/rows';
import { encodeId } from '@/shared/ids';

/** What the list reads of a root `c` that has a `sort_key`; children of its merged creators are its own. */
export const listColumns = sql`
  c.id, c.sort_key::text as sort_key, c.display_name, c.primary_platform, c.primary_handle, c.followers,
  c.followers_as_of, c.engagement_rate, c.country, c.city, c.languages, c.stage, c.owner_id, c.primary_email,
  c.do_not_contact, c.last_contacted_at, c.last_activity_at, c.created_at, c.updated_at,
  c.archived_at is not null as archived, c.custom,
  (select u.name from membership m join app_user u on u.id = m.user_id
    where m.workspace_id = c.workspace_id and m.id = c.owner_id) as owner_name,
  (select coalesce(json_agg(x), '[]') from (
    select h.platform, h.name, h.url, h.followers
    from creator g join handle h on h.workspace_id = g.workspace_id and h.creator_id = g.id
    where g.workspace_id = c.workspace_id and g.root_id = c.id and h.archived_at is null
    order by h.is_primary desc, h.followers desc nulls last, h.id limit 10) x) as handles,
  (select coalesce(json_agg(x), '[]') from (
    select distinct t.id, t.name
    from creator g join creator_tag ct on ct.workspace_id = g.workspace_id and ct.creator_id = g.id
    join tag t on t.workspace_id = ct.workspace_id and t.id = ct.tag_id
    where g.workspace_id = c.workspace_id and g.root_id = c.id order by t.name) x) as tags`;

export interface CreatorListRow {
  id: string;
  sort_key: string;
  display_name: string;
  primary_platform: CreatorRow['primaryPlatform'];
  primary_handle: string | null;
  followers: number | null;
  followers_as_of: Date | null;
  engagement_rate: number | null;
  country: string | null;
  city: string | null;
  languages: string[];
  stage: CreatorRow['stage'];
  owner_id: string | null;
  owner_name: string | null;
  primary_email: string | null;
  do_not_contact: boolean;
  last_contacted_at: Date | null;
  last_activity_at: Date | null;
  created_at: Date;
  updated_at: Date;
  archived: boolean;
  custom: Record<string, unknown>;
  handles: CreatorRow['handles'];
  tags: { id: string; name: string }[];
}

export function toCreatorRow(row: CreatorListRow, fields: VisibleFields): CreatorRow {
  return {
    id: encodeId('creator', row.id),
    displayName: row.display_name,
    primaryPlatform: row.primary_platform,
    primaryHandle: row.primary_handle,
    handles: row.handles,
    followers: row.followers,
    followersAsOf: toInstant(row.followers_as_of),
    engagementRate: row.engagement_rate,
    country: row.country,
    city: row.city,
    languages: row.languages,
    stage: row.stage,
    owner: row.owner_id ? { id: encodeId('membership', row.owner_id), name: row.owner_name ?? '' } : null,
    tags: row.tags.map(({ id, name }) => ({ id: encodeId('tag', id), name })),
    primaryEmail: fields.personal ? row.primary_email : null,
    doNotContact: row.do_not_contact,
    lastContactedAt: toInstant(row.last_contacted_at),
    lastActivityAt: toInstant(row.last_activity_at),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    archived: row.archived,
    custom: Object.fromEntries(Object.entries(row.custom).map(([id, value]) => [encodeId('customField', id), value])),
  };
}

function toInstant(date: Date | null): string | null {
  return date ? date.toISOString() : null;
}
