import { findNoteVersionsRoute } from '@/features/creators/api/note-routes';

export const GET = findNoteVersionsRoute.handler;
