import { type Bench, information } from './bench';
import type { BenchWorkspace } from './fill-bench';
import { compareRequests, describe, type Load, measureRequests } from './measure-requests';
import { startBareServer } from './start-bare-server';

const filter = encodeURIComponent(
  JSON.stringify({ combine: 'and', conditions: [{ field: 'stage', operator: 'any_of', value: ['active'] }] }),
);

/** The list by API, filtered and sorted, without a count. */
export const benchList: Bench = {
  name: 'list',
  async run(world) {
    const [{ small, large }, base] = [await world.creators(), await world.web()];
    const ask = (path: string, { key }: BenchWorkspace): Load => ({
      base,
      next: () => ({ path }),
      headers: { authorization: `Bearer ${key}` },
    });
    const path = `/api/v1/creators?filter=${filter}&sort=-followers&limit=50`;
    const control = `/api/bench/list?workspaceId=${large.workspaceId}`;
    const list = await compareRequests({
      what: 'creators list by API, filter and sort',
      ours: ask(path, large),
      control: { base, next: () => ({ path: control }) },
      controlName: 'bare Next route, same SQL',
      reach: { of: 'perSecond', atLeast: 0.5 },
    });
    const growth = await compareRequests({
      what: `the list at full size`,
      ours: { ...ask(path, large), concurrency: 1 },
      control: { ...ask(path, small), concurrency: 1 },
      controlName: 'itself at 1,000 creators',
      reach: { of: 'p95', atMost: 1.5 },
    });
    const total = await measureRequests({ ...ask(`/api/v1/creators/count?filter=${filter}`, large), concurrency: 1 });
    const alone = await measureRequests({ ...ask(path, large), concurrency: 1 });
    const bare = await startBareServer(`${base}${control}&show`);
    const plain = await measureRequests({ base: bare.url, next: () => ({ path: '/' }) });
    await bare.stop();
    return [
      list,
      information('  node:http, same SQL', '', describe([plain], 'perSecond')),
      information('  its total, apart', describe([total], 'p50')),
      information('  at concurrency 1', describe([alone], 'perSecond'), 'Directus 97/s, NocoDB 65/s; at 8: 160, 110'),
      growth,
    ];
  },
};
