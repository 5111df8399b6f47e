import { createNoteRoute, findNotesRoute } from '@/features/creators/api/note-routes';

export const GET = findNotesRoute.handler;
export const POST = createNoteRoute.handler;
