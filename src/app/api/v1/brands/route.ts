import { findBrandsRoute } from '@/features/members/api/brand-routes';

export const GET = findBrandsRoute.handler;
