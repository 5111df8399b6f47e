import { archiveNoteRoute, updateNoteRoute } from '@/features/creators/api/note-routes';

export const PATCH = updateNoteRoute.handler;
export const DELETE = archiveNoteRoute.handler;
