import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { mapImport } from '@/features/imports/commands/map-import';
import { startImport } from '@/features/imports/commands/start-import';
import { uploadImport } from '@/features/imports/commands/upload-import';
import { mapImportSchema } from '@/features/imports/schemas/import';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { encodeId, newId } from '@/shared/ids';
import { bundlePrograms } from '../build/bundle-programs';
import { findWorkspaceId } from '../find-workspace';
import { foundWorkspace, operatorContext } from '../found-workspace';
import { startProcess } from '../processes/start-process.mjs';
import type { Bench } from './bench';
import { measureInsert } from './measure-insert';

const root = join(import.meta.dirname, '..', '..');
const rows = 100_000;
const run = promisify(execFile);

/** An import by the built worker, beside the insertion of the rows it left into the tables it left them in. */
export const benchImports: Bench = {
  name: 'import',
  async run({ folder, ownerUrl }) {
    const { slug } = await foundWorkspace({ workspace: `Bench Import ${newId()}`, email: 'import@bench.example' });
    const workspaceId = await findWorkspaceId(slug);
    await bundlePrograms(root, join(folder, 'programs'));
    const worker = startProcess({
      name: 'worker',
      command: [process.execPath, join(folder, 'programs', 'worker.mjs')],
      env: { ...process.env, NODE_ENV: 'production' },
      logFile: join(folder, 'worker.log'),
    });
    const memory = watchMemory(worker.pid ?? 0);
    try {
      await importRows(workspaceId, { count: 10, from: rows });
      await sleep(2000);
      const idle = await memory.read();
      const took = await importRows(workspaceId, { count: rows, from: 0 });
      const over = (memory.peak() - idle) / 1024;
      await untilRelayed(workspaceId);
      await worker.stop();
      const bare = await measureInsert(ownerUrl, workspaceId);
      return toLines({ took, bare, over, idle: idle / 1024 });
    } finally {
      memory.stop();
      await worker.stop();
    }
  },
};

interface Figures {
  /** ms. */
  took: number;
  bare: number;
  /** MB. */
  over: number;
  idle: number;
}

function toLines({ took, bare, over, idle }: Figures) {
  return [
    {
      what: `import of ${rows.toLocaleString('en')} rows`,
      ours: `${(took / 1000).toFixed(1)} s, ${Math.round(rows / (took / 1000))} rows/s`,
      control: `${(bare / 1000).toFixed(1)} s, INSERT … SELECT`,
      ratio: took / bare,
      target: '≤ 3×',
      met: took / bare <= 3,
    },
    {
      what: '  memory of its worker over idle',
      ours: `${over.toFixed(0)} MB`,
      control: `idle ${idle.toFixed(0)} MB`,
      ratio: null,
      target: '≤ 300 MB',
      met: over <= 300,
    },
  ];
}

interface List {
  count: number;
  /** Number of the first person, so that lists do not overlap. */
  from: number;
}

/** Uploads a list, starts its import and waits for the worker to end it. Answers the ms from the start to the end. */
async function importRows(workspaceId: string, list: List): Promise<number> {
  const id = await uploadImport(operatorContext(workspaceId), {
    bytes: writeList(list),
    name: 'list.csv',
    contentType: 'text/csv',
  });
  const mapping = mapImportSchema.parse({ id: encodeId('import', id), settings: { decimal: '.' } });
  await inWorkspace(operatorContext(workspaceId), (tx) => mapImport(tx, mapping));
  const begun = performance.now();
  await inWorkspace(operatorContext(workspaceId), (tx) => startImport(tx, { id }));
  for (;;) {
    const [found] = await inWorkspace(operatorContext(workspaceId), (tx) =>
      tx.rows<{ state: string; rowsDone: number; failure: string | null }>(
        sql`select state, rows_done as "rowsDone", failure from import where id = ${id}::uuid`,
      ),
    );
    if (found?.state === 'completed' && found.rowsDone === list.count) return performance.now() - begun;
    if (found?.state !== 'running') throw new Error(`the import is ${found?.state} (${found?.failure})`);
    await sleep(100);
  }
}

async function* writeList({ count, from }: List): AsyncGenerator<Uint8Array> {
  yield Buffer.from('Name,Instagram,Email,Followers,Engagement rate,Country,City,Tags,Notes\n');
  for (let at = 0; at < count; at += 1000) {
    const lines = Array.from({ length: Math.min(1000, count - at) }, (_, index) => writePerson(from + at + index));
    await Promise.resolve();
    yield Buffer.from(lines.join(''));
  }
}

function writePerson(n: number): string {
  const country = ['DE', 'FR', 'ES', 'IT', 'US'][n % 5];
  const account = `@person_${n},p${n}@mail${n % 50}.example.com,${(n * 7919) % 2_000_000},${((n % 90) / 10 + 0.5).toFixed(1)}%`;
  return `Person ${n} Name${n % 977},${account},${country},City ${n % 300},"beauty,t${n % 40}",Note about person ${n}\n`;
}

async function untilRelayed(workspaceId: string): Promise<void> {
  for (;;) {
    const [left] = await inWorkspace(operatorContext(workspaceId), (tx) =>
      tx.rows<{ count: number }>(sql`select count(*) from event_pending`),
    );
    if (left?.count === 0) return;
    await sleep(200);
  }
}

/** Resident memory of a process in KB, read four times a second. */
function watchMemory(pid: number) {
  let peak = 0;
  const read = async () => Number((await run('ps', ['-o', 'rss=', '-p', String(pid)])).stdout);
  const timer = setInterval(() => {
    read().then(
      (now) => (peak = Math.max(peak, now)),
      () => undefined,
    );
  }, 250);
  return { read, peak: () => peak, stop: () => clearInterval(timer) };
}
