import { type Bench, information } from './bench';
import { compareRequests, describe, type Load, measureRequests } from './measure-requests';

/** The search by API, beside the look-up of one creator by its key. */
export const benchSearch: Bench = {
  name: 'search',
  async run(world) {
    const [{ large }, base] = [await world.creators(), await world.web()];
    const ask = (path: string): Load => ({
      base,
      next: () => ({ path }),
      headers: { authorization: `Bearer ${large.key}` },
      concurrency: 1,
    });
    const search = (words: string) => ask(`/api/v1/creators?q=${encodeURIComponent(words)}&limit=20`);
    const found = await fetch(`${base}/api/v1/creators?limit=1&filter=${hasEmail}`, { headers: search('').headers });
    const { data } = (await found.json()) as { data: { displayName: string; primaryEmail: string }[] };
    const [someone] = data;
    if (!someone) throw new Error('nobody has an address');
    const { displayName, primaryEmail } = someone;
    const typo = displayName.replace(/(.{2})(.)(.)/, '$1$3$2');
    const id = large.creators[0]?.id ?? '';
    return [
      await compareRequests({
        what: 'search of a name’s fragment',
        ours: search('ann'),
        control: ask(`/api/v1/creators/${id}`),
        controlName: 'look-up by key, same road',
        reach: { of: 'p50', atMost: 5 },
      }),
      information(`  of a typo (${typo})`, describe([await measureRequests(search(typo))], 'p50')),
      information(`  of an address (${primaryEmail})`, describe([await measureRequests(search(primaryEmail))], 'p50')),
    ];
  },
};

const hasEmail = encodeURIComponent(
  JSON.stringify({ combine: 'and', conditions: [{ field: 'hasEmail', operator: 'is', value: true }] }),
);
