import { attachCreatorRoute } from '@/features/threads/api/thread-routes';

export const POST = attachCreatorRoute.handler;
