import { simpleParser } from 'mailparser';
import { createMailbox } from '@/features/threads/commands/create-mailbox';
import { receiveMails } from '@/features/threads/receive-mails';
import type { Context } from '@/platform/auth/context';
import { inWorkspace } from '@/platform/db/in-workspace';
import { newId } from '@/shared/ids';
import { findWorkspaceId } from '../find-workspace';
import { foundWorkspace, operatorContext } from '../found-workspace';
import type { Bench, BenchRow } from './bench';
import { writeBenchMails } from './write-bench-mails';

const single = 400;
const history = 4000;
const batch = 100;

/** Mails from the wire to searchable rows, beside parsing the same mails and nothing else. */
export const benchInbound: Bench = {
  name: 'inbound',
  async run() {
    const { slug } = await foundWorkspace({ workspace: `Bench Mail ${newId()}`, email: 'mail@bench.example' });
    const ctx = operatorContext(await findWorkspaceId(slug));
    const mailboxId = await inWorkspace(ctx, async (tx) => {
      const brand = await tx.db.brand.findFirstOrThrow();
      return createMailbox(tx, { brandId: brand.id, address: 'team@bench.example', displayName: 'Team' });
    });
    const receive = (raws: readonly Buffer[], isHistory: boolean) => receiveAll(ctx, mailboxId, { raws, isHistory });
    await receive(await writeBenchMails(200, 900_000), true);
    const oneByOne = await writeBenchMails(single, 0);
    const parsedOnes = await measure(() => parseAll(oneByOne));
    const ones = await measure(async () => {
      for (const raw of oneByOne) await receive([raw], false);
    });
    const batched = await writeBenchMails(history, 100_000);
    const parsedBatches = await measure(() => parseAll(batched));
    const batches = await measure(async () => {
      for (let at = 0; at < history; at += batch) await receive(batched.slice(at, at + batch), true);
    });
    return [
      toRow('e-mails to searchable rows, one by one', { count: single, ours: ones, control: parsedOnes, reach: 0.12 }),
      toRow(`  history, ${batch} at a time`, { count: history, ours: batches, control: parsedBatches, reach: 0.3 }),
    ];
  },
};

async function parseAll(raws: readonly Buffer[]): Promise<void> {
  for (const raw of raws) await simpleParser(raw);
}

interface Received {
  raws: readonly Buffer[];
  isHistory: boolean;
}

async function receiveAll(ctx: Context, mailboxId: string, { raws, isHistory }: Received): Promise<void> {
  const mails = raws.map((raw) => ({ raw, receivedAt: new Date() }));
  const outcomes = await receiveMails(ctx, { mailboxId, history: isHistory, mails });
  if (outcomes.some((outcome) => outcome === null || outcome.duplicate)) throw new Error('a mail was not entered');
}

async function measure(run: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
}

interface Figures {
  count: number;
  /** ms. */
  ours: number;
  control: number;
  /** Part of the control's rate. */
  reach: number;
}

function toRow(what: string, { count, ours, control, reach }: Figures): BenchRow {
  const rate = (ms: number) => `${Math.round(count / (ms / 1000))}/s`;
  const ratio = control / ours;
  return {
    what,
    ours: rate(ours),
    control: `mailparser alone ${rate(control)}`,
    ratio,
    target: `≥ ${reach}×`,
    met: ratio >= reach,
  };
}
