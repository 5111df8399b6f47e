import { createAgencyRoute, findAgenciesRoute } from '@/features/creators/api/agency-routes';

export const GET = findAgenciesRoute.handler;
export const POST = createAgencyRoute.handler;
