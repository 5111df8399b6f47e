import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProgram, startProgram } from '../../support/built-program';
import { testEnvironment } from '../../support/context';
import { createTestDatabase, type TestDatabase } from '../../support/database';
import { eventually } from '../../support/events';
import { query } from '../../support/query';

describe('the built worker', () => {
  let database: TestDatabase;
  let program: Awaited<ReturnType<typeof buildProgram>>;
  beforeAll(async () => {
    program = await buildProgram('src/worker/main.ts');
    database = await createTestDatabase();
  });
  afterAll(async () => {
    await database.drop();
    await program.remove();
  });
  const start = (changes: Record<string, string>) =>
    startProgram(program.file, { ...testEnvironment(database.appUrl), LOG_LEVEL: 'info', ...changes });

  it('beats, and ends on SIGTERM with nothing left behind', async () => {
    const worker = start({});
    await eventually(async () => {
      if (worker.process.exitCode !== null) throw new Error(worker.output());
      return (await query(database.appUrl, 'select id from worker_heartbeat')).length === 1;
    });
    const asked = performance.now();
    expect(await worker.end('SIGTERM')).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
    expect(await query(database.appUrl, 'select id from worker_heartbeat')).toEqual([]);
  });

  it('refuses a role that could see past the policies', async () => {
    await query(
      database.ownerUrl,
      'grant create on schema public to rapport_app',
      'create table owned_by_app (id int)',
      'alter table owned_by_app owner to rapport_app',
      'revoke create on schema public from rapport_app',
    );
    const worker = start({});
    expect(await worker.ended).toBe(1);
    expect(worker.output()).toContain('owns the table owned_by_app');
    await query(database.ownerUrl, 'drop table owned_by_app');
  });

  it('says what is wrong with its environment', async () => {
    const worker = start({ DATABASE_URL: '', SMTP_URL: 'http://no' });
    expect(await worker.ended).toBe(1);
    expect(worker.output()).toContain('DATABASE_URL: is not set');
    expect(worker.output()).toContain('SMTP_URL');
  });
});
