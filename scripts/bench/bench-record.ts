import { randomUUID } from 'node:crypto';
import { type Bench, information } from './bench';
import type { BenchCreator } from './fill-bench';
import { compareRequests, describe, measureRequests } from './measure-requests';

/** One creator with its timeline, and a change of one with its event, by API. */
export const benchRecord: Bench = {
  name: 'record',
  async run(world) {
    const [{ large }, base] = [await world.creators(), await world.web()];
    const headers = { authorization: `Bearer ${large.key}` };
    const bare = (name: string, { uuid }: BenchCreator) =>
      `/api/bench/${name}?workspaceId=${large.workspaceId}&creatorId=${uuid}`;
    const storied = inTurn(large.storied);
    const told = inTurn(large.storied);
    const reading = {
      base,
      headers,
      // The record, then its timeline.
      next: everyOther(storied, ({ id }, second) => `/api/v1/creators/${id}${second ? '/timeline?limit=50' : ''}`),
    };
    const changed = inTurn(large.creators);
    const rewritten = inTurn(large.creators);
    const change = () => ({
      path: `/api/v1/creators/${changed().id}`,
      method: 'PATCH' as const,
      body: JSON.stringify({ city: randomUUID() }),
    });
    return [
      await compareRequests({
        what: 'one creator and its last 50 timeline entries (two requests)',
        ours: reading,
        control: { base, next: everyOther(told, (creator, second) => bare(second ? 'timeline' : 'record', creator)) },
        controlName: 'bare Next routes, same SQL',
        reach: { of: 'perSecond', atLeast: 0.4 },
      }),
      information(
        '  at concurrency 1',
        describe([await measureRequests({ ...reading, concurrency: 1 })], 'perSecond'),
        'Directus 122/s, NocoDB 100/s; at 8: 193, 140',
      ),
      await compareRequests({
        what: 'update of a creator with its event',
        ours: { base, headers, next: change },
        control: { base, next: () => ({ path: bare('update', rewritten()) }) },
        controlName: 'bare Next route, same statements',
        reach: { of: 'perSecond', atLeast: 0.3 },
      }),
      information(
        '  at concurrency 1',
        describe([await measureRequests({ base, headers, next: change, concurrency: 1 })], 'perSecond'),
        'Directus 48/s, NocoDB 99/s; at 8: 86, 144',
      ),
    ];
  },
};

function inTurn(creators: readonly BenchCreator[]): () => BenchCreator {
  let turn = 0;
  return () => {
    const creator = creators[turn++ % creators.length];
    if (!creator) throw new Error('there are no creators to ask for');
    return creator;
  };
}

function everyOther(next: () => BenchCreator, pathOf: (creator: BenchCreator, second: boolean) => string) {
  let creator: BenchCreator | undefined;
  return () => {
    const second = creator !== undefined;
    const current = creator ?? next();
    creator = second ? undefined : current;
    return { path: pathOf(current, second) };
  };
}
