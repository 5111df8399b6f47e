import { updatePreferencesRoute } from '@/features/creators/api/creator-routes';

export const PATCH = updatePreferencesRoute.handler;
