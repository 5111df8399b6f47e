import { archiveNote } from '@/features/creators/commands/archive-note';
import { archiveQuote } from '@/features/creators/commands/archive-quote';
import { createNote } from '@/features/creators/commands/create-note';
import { createQuote } from '@/features/creators/commands/create-quote';
import { restoreNote } from '@/features/creators/commands/restore-note';
import { updateNote } from '@/features/creators/commands/update-note';
import { findNotes, findNoteVersions, getNote } from '@/features/creators/queries/find-notes';
import { createNoteSchema, updateNoteSchema } from '@/features/creators/schemas/note';
import { createQuoteSchema } from '@/features/creators/schemas/quote';
import { z } from 'zod';
import { defineAction } from '@/platform/http/define-action';
import { encodeId, idSchema } from '@/shared/ids';

export const createNoteAction = defineAction({
  name: 'create-note',
  permission: 'note.create',
  input: createNoteSchema,
  run: async (tx, input) => getNote(tx, await createNote(tx, input)),
});

export const updateNoteAction = defineAction({
  name: 'update-note',
  permission: 'note.create',
  input: updateNoteSchema,
  run: async (tx, input) => {
    await updateNote(tx, input);
    return getNote(tx, input.id);
  },
});

export const archiveNoteAction = defineAction({
  name: 'archive-note',
  permission: 'note.create',
  input: z.strictObject({ id: idSchema('note') }),
  run: async (tx, input) => {
    await archiveNote(tx, input);
    return {};
  },
});

export const restoreNoteAction = defineAction({
  name: 'restore-note',
  permission: 'note.create',
  input: z.strictObject({ id: idSchema('note') }),
  run: async (tx, input) => {
    await restoreNote(tx, input);
    return getNote(tx, input.id);
  },
});

/** A read, for a list that grows as one scrolls. */
export const findNotesAction = defineAction({
  name: 'find-notes',
  permission: 'note.read',
  input: z.strictObject({
    creatorId: idSchema('creator'),
    limit: z.number().int().min(1).max(200),
    cursor: z.string().max(2000).optional(),
  }),
  run: (tx, input) => findNotes(tx, input),
});

export const findNoteVersionsAction = defineAction({
  name: 'find-note-versions',
  permission: 'note.read',
  input: z.strictObject({ id: idSchema('note') }),
  run: (tx, { id }) => findNoteVersions(tx, id),
});

export const createQuoteAction = defineAction({
  name: 'create-quote',
  permission: 'quote.create',
  input: createQuoteSchema,
  run: async (tx, input) => ({ id: encodeId('quote', await createQuote(tx, input)) }),
});

export const archiveQuoteAction = defineAction({
  name: 'archive-quote',
  permission: 'quote.create',
  input: z.strictObject({ id: idSchema('quote') }),
  run: async (tx, input) => {
    await archiveQuote(tx, input);
    return {};
  },
});

export const noteActions = [
  createNoteAction,
  updateNoteAction,
  archiveNoteAction,
  restoreNoteAction,
  findNotesAction,
  findNoteVersionsAction,
  createQuoteAction,
  archiveQuoteAction,
];
