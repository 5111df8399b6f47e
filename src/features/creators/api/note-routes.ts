import { z } from 'zod';
import { creatorParams } from '@/features/creators/api/creator-routes';
import { pageQuerySchema, nothingSchema } from '@/features/creators/api/page-query';
import { archiveNote } from '@/features/creators/commands/archive-note';
import { createNote } from '@/features/creators/commands/create-note';
import { updateNote } from '@/features/creators/commands/update-note';
import { findNotes, findNoteVersions, getNote } from '@/features/creators/queries/find-notes';
import { requireChild } from '@/features/creators/queries/require-child';
import { noteDtoSchema } from '@/features/creators/schemas/creator-record';
import {
  createNoteBodySchema,
  notePageSchema,
  noteVersionSchema,
  updateNoteBodySchema,
} from '@/features/creators/schemas/note';
import { defineRoute } from '@/platform/http/define-route';
import { pathIdSchema } from '@/shared/ids';

const params = z.object({ id: pathIdSchema('creator'), noteId: pathIdSchema('note') });
/** So that a note that is too long is told so by its field, not by the size of the request. */
const maxBodyBytes = 8 * 1024 * 1024;

export const findNotesRoute = defineRoute({
  name: 'find-notes',
  method: 'GET',
  path: '/creators/{id}/notes',
  permission: 'note.read',
  summary: 'Notes of a creator, newest first',
  params: creatorParams,
  query: pageQuerySchema,
  answer: notePageSchema,
  run: (tx, { params: { id }, query }) => findNotes(tx, { ...query, creatorId: id }),
});

export const createNoteRoute = defineRoute({
  name: 'create-note',
  method: 'POST',
  path: '/creators/{id}/notes',
  permission: 'note.create',
  summary: 'Write a note on a creator',
  params: creatorParams,
  body: createNoteBodySchema,
  answer: noteDtoSchema,
  status: 201,
  maxBodyBytes,
  run: async (tx, { params: { id }, body }) => getNote(tx, await createNote(tx, { ...body, creatorId: id })),
});

export const updateNoteRoute = defineRoute({
  name: 'update-note',
  method: 'PATCH',
  path: '/creators/{id}/notes/{noteId}',
  permission: 'note.create',
  summary: 'Edit or pin a note; what it said before is kept',
  params,
  body: updateNoteBodySchema,
  answer: noteDtoSchema,
  maxBodyBytes,
  run: async (tx, { params: { id: creatorId, noteId }, body }) => {
    await requireChild(tx, 'note', { creatorId, id: noteId });
    await updateNote(tx, { ...body, id: noteId });
    return getNote(tx, noteId);
  },
});

export const archiveNoteRoute = defineRoute({
  name: 'archive-note',
  method: 'DELETE',
  path: '/creators/{id}/notes/{noteId}',
  permission: 'note.create',
  summary: 'Take a note away; it is kept',
  params,
  answer: nothingSchema,
  status: 204,
  run: async (tx, { params: { id: creatorId, noteId } }) => {
    await requireChild(tx, 'note', { creatorId, id: noteId });
    await archiveNote(tx, { id: noteId });
  },
});

export const findNoteVersionsRoute = defineRoute({
  name: 'find-note-versions',
  method: 'GET',
  path: '/creators/{id}/notes/{noteId}/versions',
  permission: 'note.read',
  summary: 'What a note said before, newest first',
  params,
  answer: z.object({ data: z.array(noteVersionSchema), nextCursor: z.null() }),
  run: async (tx, { params: { id: creatorId, noteId } }) => {
    await requireChild(tx, 'note', { creatorId, id: noteId });
    return { data: await findNoteVersions(tx, noteId), nextCursor: null };
  },
});
