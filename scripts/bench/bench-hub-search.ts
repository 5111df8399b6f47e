import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { createWorkerContext } from '@/platform/events/worker-context';
import { encodeId } from '@/shared/ids';
import { filledWords, fillMessages } from '../fill/fill-messages';
import { type Bench, type BenchRow, information } from './bench';
import { compareRequests, describe, type Load, measureRequests } from './measure-requests';
import type { BenchWorld } from './open-bench-world';

const messages = 1_000_000;

/** The search in a million messages by API, beside the look-up of one message by its key. */
export const benchHubSearch: Bench = {
  name: 'hub-search',
  async run(world) {
    const { large } = await world.creators();
    const id = await fillArchive(world, large.workspaceId);
    const base = await world.web();
    const ask = (path: string): Load => ({
      base,
      next: () => ({ path }),
      headers: { authorization: `Bearer ${large.key}` },
      concurrency: 1,
    });
    const search = (words: string) => ask(`/api/v1/search?kind=message&q=${encodeURIComponent(words)}`);
    const compare = (what: string, words: string, atMost: number): Promise<BenchRow> =>
      compareRequests({
        what: `search in 1,000,000 messages: ${what}`,
        ours: search(words),
        control: ask(`/api/v1/messages/${encodeId('message', id)}`),
        controlName: 'look-up by key, same road',
        reach: { of: 'p50', atMost },
      });
    const rows: BenchRow[] = [];
    for (const [what, words, atMost] of searches) {
      rows.push(await compare(what, words, atMost));
      rows.push(information(`  ${what}: p95`, describe([await measureRequests(search(words))], 'p95')));
    }
    const typo = filledWords.usual.replace('mp', 'pm');
    rows.push(
      information(`  nothing found, corrected (${typo})`, describe([await measureRequests(search(typo))], 'p50')),
    );
    return rows;
  },
};

const searches = [
  ['rare word', `${filledWords.rare} `, 10],
  ['phrase', `"${filledWords.phrase}"`, 10],
  ['prefix', `${filledWords.prefix}*`, 10],
  ['a word in 300,000', `${filledWords.usual} `, 40],
] as const;

/** Answers the id of a message in the middle of what is there. */
async function fillArchive({ ownerUrl }: BenchWorld, workspaceId: string): Promise<string> {
  const ctx = createWorkerContext({ workspaceId, now: new Date() });
  const [known] = await inWorkspace(ctx, (tx) => tx.rows<{ n: number }>(sql`select count(*) as n from message`));
  if ((known?.n ?? 0) < messages) {
    await fillMessages({ workspaceId, count: messages, ownerUrl, log: (line) => console.log(line) });
  }
  const [message] = await inWorkspace(ctx, (tx) =>
    tx.rows<{ id: string }>(sql`select id from message order by created_at offset ${messages / 2}::int limit 1`),
  );
  if (!message) throw new Error('there are no messages');
  return message.id;
}
