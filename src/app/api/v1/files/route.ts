import { uploadFileRoute } from '@/features/threads/api/file-routes';

export const POST = uploadFileRoute.handler;
