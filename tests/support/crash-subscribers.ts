import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import {
  type CommittedEvent,
  defineExternalSubscriber,
  defineInternalSubscriber,
  defineLongSubscriber,
  type Subscriber,
} from '@/platform/events/define-subscriber';
import { recordEvent } from '@/platform/events/record-event';
import { echoed, rung } from './events';

/** Where a worker can be killed on the road of an effect; the event's note names the step of its test. */
export const crashSteps = [
  /** The relay's transaction is open. */
  'fan out',
  /** The claim is not committed. */
  'prepare',
  /** It is, and nothing else. */
  'load',
  /** `handing_over` is not committed. */
  'hand over',
  /** It is, and nothing has left. */
  'act begins',
  /** It has left, and we know it. */
  'act ends',
  /** The finish is not committed. */
  'settle',
  /** The one transaction of an internal effect is open. */
  'run',
  /** A batch of long work is not committed. */
  'in a batch',
  'between batches',
] as const;
export type CrashStep = (typeof crashSteps)[number];

/** The steps that are not on the road of an external effect. */
const stepsElsewhere: readonly string[] = ['run', 'in a batch', 'between batches'] satisfies CrashStep[];

export interface CrashPlan {
  /** Where to stand still, to be killed there; null: nowhere. */
  step: string | null;
  /** Holds `outbox`, a line for each act, and `reached`, a line when the step is reached. */
  folder: string;
}

export const batches = 5;

const retry = { firstMs: 300, maxMs: 300 };

/**
 * One subscriber of each kind. They stand still at `plan.step` for the event that names this step, and leave the events
 * of the other steps to others, so that no kill hits more than the one it is meant for.
 */
export function createCrashSubscribers({ step, folder }: CrashPlan): Subscriber[] {
  const standStill = async (here: CrashStep, event: CommittedEvent<{ note: string }>): Promise<void> => {
    if (here !== step || event.payload?.note !== step) return;
    appendFileSync(join(folder, 'reached'), `${here}\n`);
    await new Promise(() => undefined);
  };
  const leaveOthers = (event: CommittedEvent<{ note: string }>): void => {
    if (step !== null && event.payload?.note !== step) throw new Error('not mine');
  };
  const mail = defineExternalSubscriber({
    name: 'crash.mail',
    on: [rung],
    recipients: async (_, event) => {
      await standStill('fan out', event);
      return ['-'];
    },
    retry,
    prepare: async (_, effect) => {
      leaveOthers(effect.event);
      // Killed at a step of another kind, it might be killed in the middle of this one too.
      if (step !== null && stepsElsewhere.includes(step)) throw new Error('not now');
      await standStill('prepare', effect.event);
      return effect;
    },
    load: async (effect) => {
      await standStill('load', effect.event);
      return effect;
    },
    handOver: (_, effect) => standStill('hand over', effect.event),
    act: async (effect) => {
      await standStill('act begins', effect.event);
      appendFileSync(join(folder, 'outbox'), `${effect.id}\n`);
      await standStill('act ends', effect.event);
      return { outcome: 'done', receipt: effect.id };
    },
    settle: (_, effect, settlement) =>
      settlement.state === 'done' ? standStill('settle', effect.event) : Promise.resolve(),
  });
  const echo = defineInternalSubscriber({
    name: 'crash.echo',
    on: [rung],
    retry,
    run: async (tx, { event }) => {
      leaveOthers(event);
      await recordEvent(tx, echoed, { subjectId: event.id, payload: {} });
      await standStill('run', event);
    },
  });
  const count = defineLongSubscriber({
    name: 'crash.count',
    on: [rung],
    retry,
    run: async (ctx, { event, id }, { renew }) => {
      leaveOthers(event);
      for (let done = 0; done < batches;) {
        done = await inWorkspace(ctx, async (tx) => {
          await renew(tx);
          const rows = await tx.rows<{ count: number }>(sql`
            select count(*) from domain_event where type = ${echoed.type} and subject_id = ${id}::uuid`);
          const before = rows[0]?.count ?? 0;
          if (before < batches) await recordEvent(tx, echoed, { subjectId: id, payload: {} });
          if (before === 2) await standStill('in a batch', event);
          return before + 1;
        });
        if (done === 3) await standStill('between batches', event);
      }
    },
  });
  return [mail, echo, count];
}
