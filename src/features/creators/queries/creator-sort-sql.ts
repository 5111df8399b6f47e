import type { CreatorSort } from '@/features/creators/model/creator-sorts';
import { sql, type Sql } from '@/platform/db/rows';

export interface SortKey {
  /** Never null. `case` and not `coalesce`: PostgreSQL takes only the first to leak nothing past a policy. */
  key: Sql;
  cast: Sql;
  /** Whether a text is a key of this kind: what a cursor brings is checked before PostgreSQL casts it. */
  isKey: (text: string) => boolean;
}

const isTime = (text: string) =>
  text === '-infinity' || /^\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/.test(text);
const isNumber = (text: string) => text.length < 40 && text.trim() !== '' && Number.isFinite(Number(text));

/** What the list's indexes are made of. */
export const sortKeys: Record<CreatorSort, SortKey> = {
  name: { key: sql`(c.sort_name collate "C")`, cast: sql`text`, isKey: () => true },
  followers: {
    key: sql`(case when c.followers is null then -1 else c.followers end)`,
    cast: sql`bigint`,
    isKey: (text) => /^-?\d{1,18}$/.test(text),
  },
  engagementRate: {
    key: sql`(case when c.engagement_rate is null then -1 else c.engagement_rate end)`,
    cast: sql`float8`,
    isKey: isNumber,
  },
  lastActivityAt: {
    key: sql`(case when c.last_activity_at is null then '-infinity' else c.last_activity_at end)`,
    cast: sql`timestamptz`,
    isKey: isTime,
  },
  lastContactedAt: {
    key: sql`(case when c.last_contacted_at is null then '-infinity' else c.last_contacted_at end)`,
    cast: sql`timestamptz`,
    isKey: isTime,
  },
  createdAt: { key: sql`c.created_at`, cast: sql`timestamptz`, isKey: isTime },
};

/** How well a creator fits the words: from `search_creators s`. */
export const relevanceKey: SortKey = { key: sql`s.score`, cast: sql`real`, isKey: isNumber };
