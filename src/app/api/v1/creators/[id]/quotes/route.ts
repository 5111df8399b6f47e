import { createQuoteRoute, findQuotesRoute } from '@/features/creators/api/quote-routes';

export const GET = findQuotesRoute.handler;
export const POST = createQuoteRoute.handler;
