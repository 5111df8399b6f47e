import { z } from 'zod';
import type { Tx } from '@/platform/db/in-workspace';
import type { Permission } from '@/shared/permissions';

export const SEARCH_KINDS = ['creator', 'contact', 'agency', 'message', 'note', 'task', 'segment', 'import'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

const kindSchema = z.enum(SEARCH_KINDS);

export const searchHitSchema = z.object({
  kind: kindSchema,
  id: z.string(),
  title: z.string().meta({ description: 'A name, a subject, the file of an import, or what a note says there' }),
  detail: z.string().nullable().meta({ description: 'What tells it from others: a handle, a role, the words around' }),
  creator: z
    .object({ id: z.string(), displayName: z.string() })
    .nullable()
    .meta({ description: 'On whose record a note or a message stands' }),
});
export type SearchHit = z.output<typeof searchHitSchema>;

export const searchAnswerSchema = z.object({
  data: z.array(searchHitSchema),
  nextCursor: z.null().meta({
    description: 'Always null: a search answers the best of each kind. More words find the rest, and the lists have it',
  }),
});
export type SearchAnswer = z.output<typeof searchAnswerSchema>;

const words = z
  .string()
  .trim()
  .min(1)
  .max(1000)
  .meta({ description: 'Names, handles, mails, words and fragments of them; of names typos are forgiven' });

export const searchQuerySchema = z.strictObject({
  q: words,
  kind: z
    .union([kindSchema.transform((kind) => [kind]), z.array(kindSchema)])
    .optional()
    .meta({ description: 'Only this kind; repeat it for several. Default: each kind that the key may read' }),
  limit: z.coerce.number().int().min(1).max(200).default(10).meta({ description: 'At most so many of each kind' }),
});

export const searchInputSchema = z.strictObject({
  q: words,
  kinds: z.array(kindSchema).optional(),
  limit: z.number().int().min(1).max(200).default(10),
});

/** How one kind is searched. A slice offers one for each noun it owns; `src/app/search.ts` lists them. */
export interface SearchSource {
  kind: SearchKind;
  /** Who lacks it never learns that there are such hits. */
  permission: Permission;
  /** The best first, at most `limit`. A text may be long: it is cut around the words. */
  find(this: void, tx: Tx, asked: { q: string; limit: number }): Promise<Omit<SearchHit, 'kind'>[]>;
}
