import { archiveAgencyRoute, getAgencyRoute, updateAgencyRoute } from '@/features/creators/api/agency-routes';

export const GET = getAgencyRoute.handler;
export const PATCH = updateAgencyRoute.handler;
export const DELETE = archiveAgencyRoute.handler;
