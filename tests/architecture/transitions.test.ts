import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportTransitions } from '@/features/creators/model/export-transitions';
import { connectionTransitions } from '@/features/threads/model/connection-transitions';
import { taskTransitions } from '@/features/tasks/model/task-transitions';
import { messageTransitions } from '@/features/threads/model/message-transitions';
import { threadCreatorTransitions, threadTransitions } from '@/features/threads/model/thread-transitions';
import { importTransitions } from '@/features/imports/model/import-transitions';
import { effectTransitions } from '@/platform/events/effect-transitions';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { query } from '../support/query';

type Transitions = Readonly<Record<string, readonly string[]>>;

/** The constant of every noun with states; `''` is where a row begins. */
const drawn: Record<string, Transitions> = {
  effect: effectTransitions,
  export: exportTransitions,
  import: importTransitions,
  mailbox_connection: connectionTransitions,
  message: messageTransitions,
  thread: threadTransitions,
  thread_creator: threadCreatorTransitions,
  task: taskTransitions,
};

describe('transitions', () => {
  let database: TestDatabase;
  let stored: { noun: string; from_state: string; to_state: string }[];
  beforeAll(async () => {
    database = await createTestDatabase();
    stored = await query(database.ownerUrl, 'select noun, from_state, to_state from state_transition');
  });
  afterAll(() => database.drop());

  it.each(Object.entries(drawn))('of a %s are the same in the code and in the database', (noun, constant) => {
    const inCode = Object.entries(constant).flatMap(([from, states]) => states.map((to) => `${from} → ${to}`));
    const inDatabase = stored.filter((row) => row.noun === noun).map((row) => `${row.from_state} → ${row.to_state}`);
    expect(inCode.sort()).toEqual(inDatabase.sort());
  });

  it('are known for every noun, and watched on every table that has a state', async () => {
    expect([...new Set(stored.map(({ noun }) => noun))].sort()).toEqual(Object.keys(drawn).sort());
    const unwatched = await query(
      database.ownerUrl,
      `select c.relname from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'state' and not a.attisdropped
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not exists (
         select from pg_trigger t join pg_proc p on p.oid = t.tgfoid
         where t.tgrelid = c.oid and p.proname = 'refuse_undrawn_transition' and t.tgenabled = 'O')`,
    );
    // What the server said of a recipient: an answer that is kept, with no order of its own.
    expect(unwatched).toEqual([{ relname: 'message_recipient' }]);
  });

  it.each(Object.entries(drawn))('of a %s name every state they lead to', (_, constant) => {
    const unnamed = Object.values(constant)
      .flat()
      .filter((state) => !(state in constant));
    expect(unnamed).toEqual([]);
  });
});
