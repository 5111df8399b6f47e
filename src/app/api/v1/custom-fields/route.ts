import { createCustomFieldRoute, findCustomFieldsRoute } from '@/features/creators/api/vocabulary-routes';

export const GET = findCustomFieldsRoute.handler;
export const POST = createCustomFieldRoute.handler;
