import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkDatabase } from '../../../scripts/db/check-database';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../scripts/db/embedded/start-embedded-postgres';
import { migrate } from '../../../scripts/db/migrate-database';
import { withDatabase } from '../../../scripts/db/scratch-database';
import { query } from '../../support/query';
import { makeTemporaryFolder } from '../../support/temporary-folder';

/** A server of its own for each test: roles belong to the server, and these tests begin without any. */
let server: EmbeddedPostgres;
beforeEach(async () => {
  server = await startEmbeddedPostgres({ dataDir: await makeTemporaryFolder(), durable: false });
  await query(server.superuserUrl, 'drop database rapport', 'drop role rapport_app');
});
afterEach(() => server.stop());

describe('the migrations', () => {
  it('make the roles themselves, in two databases at once, for an owner who may create roles', async () => {
    await query(
      server.superuserUrl,
      'create database one owner rapport_owner',
      'create database two owner rapport_owner',
    );
    const urls = ['one', 'two'].map((name) => withDatabase(server.ownerUrl, name));
    await Promise.all(urls.map((ownerUrl) => migrate({ ownerUrl })));
    for (const ownerUrl of urls) {
      expect(await checkDatabase({ ownerUrl })).toEqual([]);
      expect(await query(ownerUrl, 'set role rapport_app', dueWork)).toEqual([]);
    }
  });

  it('take the roles that an administrator made, for an owner who may create none', async () => {
    await query(
      server.superuserUrl,
      `create role owner_by_dba login password 'owner'`,
      'create role rapport_app login',
      'create role rapport_definer nologin',
      'grant rapport_app, rapport_definer to owner_by_dba',
      'create database one owner owner_by_dba',
    );
    const url = new URL(withDatabase(server.ownerUrl, 'one'));
    url.username = 'owner_by_dba';
    url.password = 'owner';
    await migrate({ ownerUrl: url.href });
    expect(await query(url.href, 'set role rapport_app', dueWork)).toEqual([]);
  });

  it('work for a superuser', async () => {
    await query(server.superuserUrl, 'create database one');
    const ownerUrl = withDatabase(server.superuserUrl, 'one');
    await migrate({ ownerUrl });
    expect(await checkDatabase({ ownerUrl })).toEqual([]);
  });
});

const dueWork = `select * from due_work('effect_pending', 10)`;
