import { z } from 'zod';

/** What there is to do and is not put off; never counted beyond 1,000. */
export const taskCountsSchema = z.object({
  mine: z.number(),
  unassigned: z.number(),
  all: z.number(),
  overdue: z.number().meta({ description: 'Of one’s own' }),
});
export type TaskCounts = z.output<typeof taskCountsSchema>;
