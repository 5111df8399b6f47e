import { writeNoteRoute } from '@/features/threads/api/thread-routes';

export const POST = writeNoteRoute.handler;
