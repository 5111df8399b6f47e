import { createTask } from '@/features/tasks/commands/create-task';
import { moveTask } from '@/features/tasks/commands/move-task';
import { snoozeTask } from '@/features/tasks/commands/snooze-task';
import { inWorkspace } from '@/platform/db/in-workspace';
import { addDays, dayIn } from '@/shared/zoned-time';
import type { DemoWorkspace } from './demo-workspace';
import { demoTasks, type DemoTask } from './tasks.data';

const day = 24 * 60 * 60_000;
const zone = 'Europe/Berlin';

/** What the people of the demo have to do, told from today on. */
export async function handOutTasks(workspace: DemoWorkspace, ids: ReadonlyMap<string, string>): Promise<void> {
  for (const [index, task] of demoTasks.entries()) {
    const madeAt = new Date(Date.now() - 8 * day + index * 47 * 60_000);
    await inWorkspace(workspace.as(task.by, madeAt), (tx) => createTask(tx, inputOf(task, workspace, ids))).then(
      ({ id }) =>
        inWorkspace(workspace.as(task.for ?? task.by, new Date(madeAt.getTime() + day)), async (tx) => {
          if (task.state) await moveTask(tx, { id, state: task.state });
          if (task.asleep) await snoozeTask(tx, { id, until: new Date(Date.now() + task.asleep * day) });
        }),
    );
  }
}

function inputOf(task: DemoTask, { members }: DemoWorkspace, ids: ReadonlyMap<string, string>) {
  const creatorId = task.about ? (ids.get(task.about) ?? null) : null;
  const on = task.due === undefined ? null : addDays(dayIn(zone, new Date()), task.due);
  return {
    title: task.title,
    note: task.note,
    priority: task.priority,
    recurrence: task.recurrence,
    assigneeId: task.for ? members[task.for].membershipId : null,
    due: on === null ? null : { on, time: task.time ?? null, zone },
    creatorId,
    subject: creatorId === null ? null : { type: 'creator' as const, id: creatorId },
    source: 'person' as const,
  };
}
