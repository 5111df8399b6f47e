import { z } from 'zod';
import { noteDtoSchema } from '@/features/creators/schemas/creator-record';
import { versionSchema } from '@/features/creators/schemas/update-creator';
import { idSchema } from '@/shared/ids';

/** Characters of rich text; what is longer is a document and belongs into a file. */
export const MAX_NOTE_CHARS = 200_000;

const html = z
  .string()
  .max(MAX_NOTE_CHARS, { message: `must be at most ${MAX_NOTE_CHARS} characters, with its markup` })
  .refine((value) => !value.includes('\0') && !/\p{Cs}/u.test(value), {
    message: 'holds characters that cannot be kept',
  })
  .meta({
    description:
      'Rich text; what may not be shown is taken out. A mention is <span data-type="mention" data-id="mem_…">',
  });

export const createNoteBodySchema = z.strictObject({ html, pinned: z.boolean().optional() });
export const createNoteSchema = createNoteBodySchema.extend({ creatorId: idSchema('creator') });
export type CreateNoteInput = z.output<typeof createNoteSchema>;

export const updateNoteBodySchema = z.strictObject({
  html: html.optional(),
  pinned: z.boolean().optional(),
  version: versionSchema,
});
export const updateNoteSchema = updateNoteBodySchema.extend({ id: idSchema('note') });
export type UpdateNoteInput = z.output<typeof updateNoteSchema>;

export const notePageSchema = z.object({ data: z.array(noteDtoSchema), nextCursor: z.string().nullable() });

export const noteVersionSchema = z.object({
  version: z.number(),
  html: z.string(),
  text: z.string(),
  editedBy: z.object({ id: z.string(), name: z.string() }).nullable().meta({ description: 'Who replaced it' }),
  writtenAt: z.string(),
});
