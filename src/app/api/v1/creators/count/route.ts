import { countCreatorsRoute } from '@/features/creators/api/creator-list';

export const GET = countCreatorsRoute.handler;
