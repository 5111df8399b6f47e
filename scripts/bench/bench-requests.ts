import { randomUUID } from 'node:crypto';
import { encodeId } from '@/shared/ids';
import type { BenchWorkspace } from './fill-bench';
import { measureRequests } from './measure-requests';
import type { BenchRow } from './print-table';

interface Bench {
  base: string;
  small: BenchWorkspace;
  large: BenchWorkspace;
}

const filter = encodeURIComponent(
  JSON.stringify({ combine: 'and', conditions: [{ field: 'stage', operator: 'any_of', value: ['active'] }] }),
);
const listPath = `/api/v1/creators?filter=${filter}&sort=-followers&limit=50`;

/** What a key asks of the API, at a concurrency of 8, beside bare routes with the same statements in the same process. */
export async function benchRequests({ base, small, large }: Bench): Promise<BenchRow[]> {
  const control = (name: string, { workspaceId, creatorId }: BenchWorkspace) =>
    measureRequests({ url: `${base}/api/bench/${name}?workspaceId=${workspaceId}&creatorId=${creatorId}` });
  const ask = (path: string, { key }: BenchWorkspace) => measureRequests({ url: `${base}${path}`, key });
  const record = `/api/v1/creators/${encodeId('creator', large.creatorId)}`;
  const list = await ask(listPath, large);
  const read = await ask(record, large);
  const update = await measureUpdate(`${base}${record}`, large.key);
  return [
    {
      what: 'creators list',
      product: list,
      control: await control('list', large),
      controlName: 'a bare route',
      reach: { ratio: 0.5, of: 'perSecond', at: 'least' },
    },
    {
      what: 'one creator',
      product: read,
      control: await control('record', large),
      controlName: 'a bare route',
      reach: { ratio: 0.4, of: 'perSecond', at: 'least' },
    },
    {
      what: 'update with its event',
      product: update,
      control: await control('update', large),
      controlName: 'a bare route',
      reach: { ratio: 0.3, of: 'perSecond', at: 'least' },
    },
    {
      what: 'the list at full size',
      product: list,
      control: await ask(listPath, small),
      controlName: 'itself at 1,000',
      reach: { ratio: 1.5, of: 'p95', at: 'most' },
    },
    {
      what: 'search of a fragment',
      product: await ask('/api/v1/creators?q=ann&limit=20', large),
      control: read,
      controlName: 'a look-up by key',
      reach: { ratio: 5, of: 'p50', at: 'most' },
    },
  ];
}

/** Another city each time, so that each request changes something. */
function measureUpdate(url: string, key: string) {
  return measureRequests({ url, key, method: 'PATCH', body: () => JSON.stringify({ city: randomUUID() }) });
}
