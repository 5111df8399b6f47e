// The benches, each beside its control in the same run: npm run bench [-- --only list,search] [--size 100k] [--keep]
import { parseArgs } from 'node:util';
import { onTermination } from '../processes/on-termination.mjs';
import type { Bench, BenchRow } from './bench';
import { benchEvents } from './bench-events';
import { benchFirstLoad } from './bench-first-load';
import { benchHubSearch } from './bench-hub-search';
import { benchImports } from './bench-imports';
import { benchInbound } from './bench-inbound';
import { benchList } from './bench-list';
import { benchPage } from './bench-page';
import { benchRecord } from './bench-record';
import { benchSearch } from './bench-search';
import { openBenchWorld } from './open-bench-world';
import { printTable } from './print-table';

/** In this order: those that leave work behind for the worker come last. */
const benches: Bench[] = [
  benchEvents,
  benchList,
  benchSearch,
  benchPage,
  benchFirstLoad,
  benchRecord,
  benchHubSearch,
  benchInbound,
  benchImports,
];

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    size: { type: 'string', default: '100k' },
    keep: { type: 'boolean', default: false },
  },
});
const size = Number(values.size.replace(/k$/, '000'));
if (!Number.isInteger(size) || size < 1000 || size > 1_000_000) refuse('--size: a number of creators, 1000 to 1000k');
const names = values.only?.split(',') ?? benches.map(({ name }) => name);
const unknown = names.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0)
  refuse(`--only: ${unknown.join(', ')} is none of ${benches.map(({ name }) => name).join(', ')}`);

const world = await openBenchWorld({ size, keep: values.keep });
onTermination(() => world.close());
const rows: BenchRow[] = [];
try {
  for (const bench of benches.filter(({ name }) => names.includes(name))) {
    console.log(`${Math.round(performance.now() / 1000)} s: ${bench.name}`);
    rows.push(...(await runBench(bench)));
  }
} finally {
  await world.close();
}
printTable(rows);
process.exit(rows.some(({ met }) => met === false) ? 1 : 0);

/** A bench that fails is a line that says why, and the others go on. */
async function runBench(bench: Bench): Promise<BenchRow[]> {
  try {
    return await bench.run(world);
  } catch (error) {
    console.error(error);
    const { message } = error as Error;
    return [{ what: bench.name, ours: `failed: ${message}`, control: '', ratio: null, target: '', met: false }];
  }
}

function refuse(message: string): never {
  console.error(message);
  process.exit(1);
}
