import { z } from 'zod';
import { findBrands } from '@/features/members/queries/find-brands';
import { brandSchema } from '@/features/members/schemas/brand';
import { defineRoute } from '@/platform/http/define-route';

export const findBrandsRoute = defineRoute({
  name: 'find-brands',
  method: 'GET',
  path: '/brands',
  permission: 'brand.read',
  summary: 'Brands of the workspace, by name',
  answer: z.object({ data: z.array(brandSchema), nextCursor: z.null() }),
  run: async (tx) => ({ data: await findBrands(tx), nextCursor: null }),
});

export const brandRoutes = [findBrandsRoute];
