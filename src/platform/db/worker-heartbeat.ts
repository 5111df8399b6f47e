import { sql } from '@/platform/db/rows';
import { unscopedRows } from '@/platform/db/unscoped';

/** Says that a worker is alive, and forgets those that have been silent for a day. */
export async function beatWorker(workerId: string, startedAt: Date): Promise<void> {
  await unscopedRows(sql`
    with silent as (delete from worker_heartbeat where beat_at < now() - interval '1 day')
    insert into worker_heartbeat (id, started_at, beat_at) values (${workerId}, ${startedAt}, now())
    on conflict (id) do update set beat_at = now()`);
}

/** A worker that ends as asked is not missed. */
export async function removeWorker(workerId: string): Promise<void> {
  await unscopedRows(sql`delete from worker_heartbeat where id = ${workerId}`);
}

/** Whether any worker beat lately. They beat only while their queue answers. */
export async function isWorkerAlive(): Promise<boolean> {
  const [beat] = await unscopedRows<{ alive: boolean }>(
    sql`select exists (select from worker_heartbeat where beat_at > now() - interval '20 seconds') as alive`,
  );
  return beat?.alive ?? false;
}

/** How many workers beat lately. */
export async function countWorkers(): Promise<number> {
  const [beat] = await unscopedRows<{ workers: number }>(
    sql`select count(*)::int as workers from worker_heartbeat where beat_at > now() - interval '20 seconds'`,
  );
  return beat?.workers ?? 0;
}
