import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { updateMailboxRoute, connectMailboxRoute, getMailboxRoute } from '@/features/threads/api/mailbox-routes';
import {
  archiveMailboxAction,
  connectMailboxAction,
  disconnectMailboxAction,
  pauseMailboxAction,
  testMailboxAction,
  updateMailboxAction,
} from '@/features/threads/mailbox-action-definitions';
import { findMailboxConnection } from '@/features/threads/queries/find-mailbox-connection';
import { signInMailbox } from '@/features/threads/subscribers/sign-in-mailbox';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { carryOutAction, type ActionDefinition } from '@/platform/http/define-action';
import { decodeId, encodeId } from '@/shared/ids';
import { callRoute } from '../../../support/call-route';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../../support/context';
import { eventsOf } from '../../../support/creators';
import { dovecotBinary, startDovecot, type TestDovecot } from '../../../support/dovecot';
import { startSmtpServer, type TestSmtpServer } from '../../../support/smtp';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let workspace: TestWorkspace;
let dovecot: TestDovecot;
let smtp: TestSmtpServer;

describe.skipIf(!dovecotBinary)(`connecting a mailbox${dovecotBinary ? '' : ' (dovecot is not installed)'}`, () => {
  beforeAll(async () => {
    database = await useTestDatabase();
    workspace = await createTestWorkspace();
    dovecot = await startDovecot();
    smtp = await startSmtpServer({
      authOptional: false,
      authMethods: ['PLAIN'],
      onAuth: ({ password }, _session, done) =>
        password === dovecot.password ? done(null, { user: 'x' }) : done(new Error('refused')),
    });
  });
  afterAll(async () => {
    await smtp.stop();
    await dovecot.stop();
    await database.close();
  });

  const account = (changes: object = {}) => ({
    imap: { host: '127.0.0.1', port: dovecot.port, security: 'none' },
    smtp: { host: '127.0.0.1', port: Number(new URL(smtp.url).port), security: 'none' },
    userName: 'anna@mail.test',
    password: dovecot.password,
    ...changes,
  });
  const input = (address: string, changes: object = {}) => ({
    brandId: encodeId('brand', workspace.brandId),
    address,
    displayName: 'Anna',
    account: account(),
    ...changes,
  });
  const idOf = (result: unknown) => (result as { data: { id: string } }).data.id;

  it('tries both servers, keeps the password sealed, and shows it to nobody', async () => {
    const made = await carryOutAction(connectMailboxAction, workspace.ctx(), input('one@mail.test'));
    expect(made).toMatchObject({
      ok: true,
      data: { address: 'one@mail.test', kind: 'shared', connection: { state: 'connected', auth: 'password' } },
    });
    expect(JSON.stringify(made)).not.toContain(dovecot.password);
    const mailboxId = decodeId('mailbox', idOf(made));
    const connection = await inWorkspace(workspace.ctx(), (tx) => findMailboxConnection(tx, mailboxId));
    expect(connection?.secret).toMatch(/^v1\./);
    expect(JSON.stringify(connection)).not.toContain(dovecot.password);
    expect((await signInMailbox(workspace.id, connection!)).smtp.login).toEqual({ password: dovecot.password });
    await expect(signInMailbox((await createTestWorkspace()).id, connection!)).rejects.toThrow('Enter it again');
    const events = await eventsOf(workspace.ctx(), 'mailbox.connected');
    expect(JSON.stringify(events)).not.toContain(dovecot.password);
    // The same again is the same mailbox; another account of that address is none.
    expect(idOf(await carryOutAction(connectMailboxAction, workspace.ctx(), input('one@mail.test')))).toBe(idOf(made));
    const other = await carryOutAction(
      connectMailboxAction,
      workspace.ctx(),
      input('one@mail.test', { account: account({ userName: 'other' }) }),
    );
    expect(other).toMatchObject({ ok: false, error: { code: 'conflict', reason: 'already_connected' } });
  });

  it('refuses what does not work, naming the server, and keeps nothing', async () => {
    const wrong = await carryOutAction(
      connectMailboxAction,
      workspace.ctx(),
      input('two@mail.test', { account: account({ password: 'wrong' }) }),
    );
    expect(wrong).toMatchObject({ ok: false, error: { reason: 'connection_failed' } });
    const { error } = wrong as { error: { message: string; fields: { path: string }[] } };
    expect(error.fields.map(({ path }) => path)).toEqual(['account.imap', 'account.smtp']);
    expect(error.message).toContain('refused the user name anna@mail.test');
    const closed = account({ smtp: { host: '127.0.0.1', port: 9, security: 'none' } });
    const half = await carryOutAction(testMailboxAction, workspace.ctx(), { account: closed });
    expect(half).toMatchObject({ ok: true, data: { imap: { ok: true }, smtp: { ok: false, problem: 'port_closed' } } });
    const rows = await inWorkspace(workspace.ctx(), (tx) =>
      tx.rows(sql`select id from mailbox where address = 'two@mail.test'`),
    );
    expect(rows).toEqual([]);
  });

  it('lets a marketer connect their own mailbox, which others see only as far as it is shared, and none of the team', async () => {
    const marketer = workspace.ctx('marketer');
    const team = await carryOutAction(connectMailboxAction, marketer, input('team@mail.test'));
    expect(team).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    const own = await carryOutAction(
      connectMailboxAction,
      marketer,
      input('own@mail.test', { kind: 'personal', visibility: 'owner' }),
    );
    expect(own).toMatchObject({ ok: true, data: { kind: 'personal', owned: true } });
    const id = idOf(own);
    const verbs: ActionDefinition[] = [pauseMailboxAction, disconnectMailboxAction, archiveMailboxAction] as never;
    for (const action of verbs) {
      expect(await carryOutAction(action, workspace.ctx('admin'), { id })).toMatchObject({
        ok: false,
        error: { code: 'not_found' },
      });
    }
    expect(await carryOutAction(pauseMailboxAction, marketer, { id })).toMatchObject({
      ok: true,
      data: { connection: { state: 'paused' } },
    });
    expect(await carryOutAction(archiveMailboxAction, marketer, { id })).toMatchObject({ ok: true });
    const again = await carryOutAction(
      connectMailboxAction,
      marketer,
      input('own@mail.test', { kind: 'personal', visibility: 'owner' }),
    );
    expect(idOf(again)).toBe(id);
  });

  it('sends a stored password to no other server', async () => {
    const id = idOf(await carryOutAction(connectMailboxAction, workspace.ctx(), input('kept@mail.test')));
    const { password: _password, ...kept } = account();
    expect(await carryOutAction(testMailboxAction, workspace.ctx(), { id, account: kept })).toMatchObject({
      ok: true,
      data: { imap: { ok: true }, smtp: { ok: true } },
    });
    const elsewhere = { ...kept, imap: { host: 'imap.attacker.example', port: 993, security: 'tls' } };
    const both: ActionDefinition[] = [testMailboxAction, updateMailboxAction] as never;
    for (const action of both) {
      const refused = await carryOutAction(action, workspace.ctx(), { id, account: elsewhere });
      expect(refused).toMatchObject({
        ok: false,
        error: { code: 'invalid_input', fields: [{ path: 'account.password' }] },
      });
    }
    expect(
      await carryOutAction(updateMailboxAction, workspace.ctx(), { id, displayName: 'Renamed', account: kept }),
    ).toMatchObject({ ok: true, data: { displayName: 'Renamed' } });
  });

  it('is done by the API too, and foreign mailboxes are not there', async () => {
    const key = await workspace.createKey();
    const made = await callRoute(connectMailboxRoute, { key, body: input('api@mail.test') });
    expect(made.status).toBe(201);
    const { id } = made.body as { id: string };
    expect((await callRoute(getMailboxRoute, { key, params: { id } })).body).toMatchObject({
      address: 'api@mail.test',
      connection: { state: 'connected' },
    });
    const personal = await callRoute(connectMailboxRoute, { key, body: input('mine@mail.test', { kind: 'personal' }) });
    expect(personal.status).toBe(403);
    const foreign = await (await createTestWorkspace()).createKey();
    expect((await callRoute(getMailboxRoute, { key: foreign, params: { id } })).status).toBe(404);
    expect(
      (await callRoute(updateMailboxRoute, { key: foreign, params: { id }, body: { account: account() } })).status,
    ).toBe(404);
  });
});
