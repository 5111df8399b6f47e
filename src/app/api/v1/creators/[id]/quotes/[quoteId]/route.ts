import { archiveQuoteRoute } from '@/features/creators/api/quote-routes';

export const DELETE = archiveQuoteRoute.handler;
