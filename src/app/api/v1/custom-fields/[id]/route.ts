import { archiveCustomFieldRoute, updateCustomFieldRoute } from '@/features/creators/api/vocabulary-routes';

export const PATCH = updateCustomFieldRoute.handler;
export const DELETE = archiveCustomFieldRoute.handler;
