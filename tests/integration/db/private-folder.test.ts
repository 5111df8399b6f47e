import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { expect, it } from 'vitest';
import { startEmbeddedPostgres } from '../../../scripts/db/embedded/start-embedded-postgres';

// As root this is a checkout in root's home: the server's own user may not pass through the folder that holds it.
it('starts, stops and starts again under a folder that only its owner may enter', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'rapport-private-'));
  expect((await stat(dataDir)).mode & 0o077).toBe(0);
  for (const expected of [0, 1]) {
    const server = await startEmbeddedPostgres({ dataDir, durable: false });
    const client = new Client({ connectionString: server.ownerUrl });
    await client.connect();
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from pg_class where relname = 'kept'`,
    );
    await client.query('create table if not exists kept ()');
    await client.end();
    await server.stop();
    expect(rows[0]?.count).toBe(expected);
  }
  await rm(dataDir, { recursive: true });
});
