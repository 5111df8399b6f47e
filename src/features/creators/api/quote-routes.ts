import { z } from 'zod';
import { creatorParams } from '@/features/creators/api/creator-routes';
import { pageQuerySchema, nothingSchema } from '@/features/creators/api/page-query';
import { archiveQuote } from '@/features/creators/commands/archive-quote';
import { createQuote } from '@/features/creators/commands/create-quote';
import { findQuotes, getQuote } from '@/features/creators/queries/find-quotes';
import { requireChild } from '@/features/creators/queries/require-child';
import { quoteDtoSchema } from '@/features/creators/schemas/creator-record';
import { createQuoteBodySchema } from '@/features/creators/schemas/quote';
import { defineRoute } from '@/platform/http/define-route';
import { pathIdSchema } from '@/shared/ids';

export const findQuotesRoute = defineRoute({
  name: 'find-quotes',
  method: 'GET',
  path: '/creators/{id}/quotes',
  permission: 'quote.read',
  summary: 'Fees a creator asked for or agreed to, last logged first',
  params: creatorParams,
  query: pageQuerySchema,
  answer: z.object({ data: z.array(quoteDtoSchema), nextCursor: z.string().nullable() }),
  run: (tx, { params: { id }, query }) => findQuotes(tx, { ...query, creatorId: id }),
});

export const createQuoteRoute = defineRoute({
  name: 'create-quote',
  method: 'POST',
  path: '/creators/{id}/quotes',
  permission: 'quote.create',
  summary: 'Log a fee asked or agreed',
  params: creatorParams,
  body: createQuoteBodySchema,
  answer: quoteDtoSchema,
  status: 201,
  run: async (tx, { params: { id }, body }) => getQuote(tx, await createQuote(tx, { ...body, creatorId: id })),
});

export const archiveQuoteRoute = defineRoute({
  name: 'archive-quote',
  method: 'DELETE',
  path: '/creators/{id}/quotes/{quoteId}',
  permission: 'quote.create',
  summary: 'Take a fee out of the rate card; it is kept',
  params: z.object({ id: pathIdSchema('creator'), quoteId: pathIdSchema('quote') }),
  answer: nothingSchema,
  status: 204,
  run: async (tx, { params: { id: creatorId, quoteId } }) => {
    await requireChild(tx, 'quote', { creatorId, id: quoteId });
    await archiveQuote(tx, { id: quoteId });
  },
});
