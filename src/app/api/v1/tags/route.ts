import { findTagsRoute } from '@/features/creators/api/vocabulary-routes';

export const GET = findTagsRoute.handler;
