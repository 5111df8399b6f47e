import { query } from './query';

/**
 * Leaves an effect of a workspace standing still, as a worker does that gave up or was killed while it handed over.
 * It follows from the workspace's newest event about a creator.
 */
export async function strandEffect(slug: string, state: 'dead' | 'unknown'): Promise<void> {
  const { E2E_OWNER_URL = '' } = process.env;
  const moves = state === 'dead' ? ['claimed', 'dead'] : ['claimed', 'handing_over', 'unknown'];
  await query(
    E2E_OWNER_URL,
    `select set_config('app.workspace_id', (select id::text from find_workspace('${slug}')), false)`,
    `insert into effect (id, workspace_id, event_id, subscriber, recipient, due_at)
       select gen_random_uuid(), workspace_id, id, 'threads.send-message', '${state}@strand.example', now() + interval '1 day'
       from domain_event where creator_id is not null order by occurred_at desc limit 1`,
    ...moves.map(
      (to) => `update effect set state = '${to}', attempts = 16, finished_at = now(),
        last_error = '450 4.2.1 The mailbox is busy, try again later' where recipient = '${state}@strand.example'`,
    ),
  );
}
