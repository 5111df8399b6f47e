import { z } from 'zod';
import type { KnownWord } from '@/features/search/model/correct-words';
import type { SearchQuery, SearchTerm } from '@/features/search/model/search-query';
import type { Tx } from '@/platform/db/in-workspace';
import { timeZoneSchema } from '@/shared/fields';
import type { Permission } from '@/shared/permissions';

/** What the slices that are searched get and give. */
export type { KnownWord, SearchQuery, SearchTerm };

export const SEARCH_KINDS = [
  'creator', 'contact', 'agency', 'message', 'file', 'note', 'task', 'segment', 'import',
] as const; // prettier-ignore
export type SearchKind = (typeof SEARCH_KINDS)[number];

const kindSchema = z.enum(SEARCH_KINDS);

const piecesSchema = z.array(z.object({ text: z.string(), match: z.boolean() }));
const whereaboutsSchema = z.object({
  threadId: z.string(),
  messageId: z.string(),
  channel: z.string(),
  at: z.iso.datetime().meta({ description: 'When it was written, or came in' }),
  from: z.string().meta({ description: 'The name it is from, else the address' }),
  attachments: z.array(z.object({ id: z.string(), name: z.string() })),
});

export const searchHitSchema = z.object({
  kind: kindSchema,
  id: z.string(),
  title: z.string().meta({ description: 'A name, a subject, the file of an import, or what a note says there' }),
  detail: z.string().nullable().meta({ description: 'What tells it from others: a handle, a role, the words around' }),
  creator: z
    .object({ id: z.string(), displayName: z.string() })
    .nullable()
    .meta({ description: 'On whose record a note or a message stands' }),
  marked: z
    .object({ title: piecesSchema, detail: piecesSchema.nullable() })
    .meta({ description: 'Title and detail in pieces: what was looked for stands apart. Plain text, never HTML' }),
  message: whereaboutsSchema.optional().meta({ description: 'Of a message or a file of one: where it stands' }),
});
export type SearchHit = z.output<typeof searchHitSchema>;

export const searchAnswerSchema = z.object({
  data: z.array(searchHitSchema),
  nextCursor: z.string().nullable().meta({
    description: 'The next page, where one kind of message or file was asked for. Else null: the best of each kind',
  }),
  found: z.object({ count: z.number().int(), more: z.boolean() }).nullable().meta({
    description: 'How many messages: exactly, or with `more` the newest so many of them. Null: not looked for',
  }),
  corrected: z.string().nullable().meta({ description: 'What was meant, perhaps, when nothing was found' }),
  cut: z.boolean().meta({ description: 'More words were asked for than are looked for: these are the first' }),
});
export type SearchAnswer = z.output<typeof searchAnswerSchema>;

const words = z
  .string()
  .trim()
  .min(1)
  .max(100_000)
  .meta({
    description:
      'Words, "phrases", beginnings*; names, handles, mails and fragments of them. In messages and files: from:, to:, ' +
      'channel:, in: (a mailbox), has:attachment (or invoice, media_kit, tax_form, contract, draft), before: and after: ' +
      '(YYYY-MM-DD). Typos are forgiven in names, and corrected where nothing is found',
  });

const shared = {
  q: words,
  zone: timeZoneSchema.default('UTC').meta({ description: 'IANA: whose days before: and after: name' }),
  cursor: z.string().max(500).optional().meta({ description: 'Of the page before, with one kind: message or file' }),
};

export const searchQuerySchema = z.strictObject({
  ...shared,
  kind: z
    .union([kindSchema.transform((kind) => [kind]), z.array(kindSchema)])
    .optional()
    .meta({ description: 'Only this kind; repeat it for several. Default: each kind that the key may read' }),
  limit: z.coerce.number().int().min(1).max(200).default(10).meta({ description: 'At most so many of each kind' }),
});

export const searchInputSchema = z.strictObject({
  ...shared,
  kinds: z.array(kindSchema).optional(),
  limit: z.number().int().min(1).max(200).default(10),
});

/** What a source answers of each hit: its texts may be long, they are cut around the words. */
export type FoundHit = Omit<SearchHit, 'kind' | 'marked'>;

interface Asked {
  /** All that was asked, operators and words. */
  query: SearchQuery;
  limit: number;
  cursor?: string | undefined;
}

/** The best, and of how many. */
export interface FoundPage {
  hits: FoundHit[];
  nextCursor: string | null;
  /** Exactly, or with `more` the newest so many. */
  found: { count: number; more: boolean };
}

/** How one kind is searched. A slice offers one for each noun it owns; `src/app/search.ts` lists them. */
export type SearchSource = {
  kind: SearchKind;
  /** Who lacks it never learns that there are such hits. */
  permission: Permission;
} & (
  | {
      /** The best first, at most `limit`. Not asked where an operator stands: it knows none. */
      find(this: void, tx: Tx, asked: { q: string; limit: number }): Promise<FoundHit[]>;
    }
  | {
      /** The same, knowing operators and pages. */
      findPage(this: void, tx: Tx, asked: Asked): Promise<FoundPage>;
      /** Asked when there was nothing: words like these (folded) that stand in what one sees, and these where they do. */
      findSimilarWords?(this: void, tx: Tx, words: readonly string[]): Promise<KnownWord[]>;
    }
);
