import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { choosePassword, createSignInLink, findSignInLink } from '@/platform/auth/choose-password';
import { ipOf } from '@/platform/auth/options';
import { contextOfSession, findOwnWorkspaces, isAlive, revokeSession } from '@/platform/auth/session';
import { signIn } from '@/platform/auth/sign-in';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { unscopedRows } from '@/platform/db/unscoped';
import { addMember } from '@/features/members/commands/add-member';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../../support/context';
import { eventsOf, refusalOf } from '../../../support/creators';

const password = 'correct horse battery staple';
let database: Awaited<ReturnType<typeof useTestDatabase>>;
let workspace: TestWorkspace;
let email: string;
let senders = 0;
beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  workspace = await createTestWorkspace();
  email = `marketer@${workspace.slug}.example`;
  senders += 1;
  await choosePassword({ token: await createSignInLink(workspace.members.marketer.userId), password });
});

const enter = (given: string, address = email, ip = `10.0.0.${senders}`) =>
  signIn({ email: address, password: given, ip, userAgent: 'a test' });
const begin = async () => {
  const begun = await enter(password);
  if (!begun) throw new Error('not let in');
  return begun;
};

describe('signing in', () => {
  test('takes the right password, however the address is written', async () => {
    const begun = await enter(password, ` ${email.toUpperCase()} `);
    expect(begun).toMatchObject({ userId: workspace.members.marketer.userId, email });
    const ctx = await contextOfSession(begun!, workspace.slug, 'req_1');
    expect(ctx).toMatchObject({ workspaceId: workspace.id, role: 'marketer' });
    expect((await eventsOf(workspace.ctx())).at(-1)?.type).toBe('session.signed_in');
  });

  test('refuses a wrong password, an unknown address and one without a password in the same words', async () => {
    expect(await enter('wrong')).toBeNull();
    expect(await enter(password, 'nobody@example.com')).toBeNull();
    expect(await enter('', `legal@${workspace.slug}.example`)).toBeNull();
    const refused = await eventsOf(workspace.ctx(), 'session.refused');
    expect(refused.map(({ payload }) => payload)).toEqual([{ reason: 'wrong_password' }, { reason: 'wrong_password' }]);
  });

  test('ends after ten failures, though the sender changes, and says when to try again', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) await enter('wrong', email, `10.1.0.${attempt}`);
    const refusal = await refusalOf(enter(password, email, '10.1.0.99'));
    expect(refusal.code).toBe('rate_limited');
    expect(refusal.details.retryAfterSeconds).toBeGreaterThan(60);
    expect(await enter('wrong', `admin@${workspace.slug}.example`)).toBeNull();
  });

  test('counts attempts that come at once, each', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 15 }, () => enter('wrong')));
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(5);
  });

  test('begins to count anew after a success', async () => {
    for (let round = 0; round < 2; round += 1) {
      for (let attempt = 0; attempt < 9; attempt += 1) expect(await enter('wrong')).toBeNull();
      await begin();
    }
  });

  test('believes the proxy in front, not what the sender wrote before it', () => {
    expect(ipOf(new Headers({ 'x-forwarded-for': '1.1.1.1, 203.0.113.7' }))).toBe('203.0.113.7');
    expect(ipOf(new Headers())).toBe('direct');
  });
});

describe('a session', () => {
  test('ends at once when it is revoked, and when it expires', async () => {
    const [first, second] = [await begin(), await begin()];
    await revokeSession(first.sessionId);
    expect((await refusalOf(contextOfSession(first, workspace.slug, 'req_1'))).code).toBe('unauthenticated');
    expect(await isAlive(second)).toBe(true);
    await unscopedRows(sql`update session set expires_at = now() where id = ${second.sessionId}::uuid`);
    expect((await refusalOf(contextOfSession(second, workspace.slug, 'req_1'))).code).toBe('unauthenticated');
  });

  test('of one person does not open for another who knows its id', async () => {
    const { sessionId } = await begin();
    const forged = { sessionId, userId: workspace.members.admin.userId };
    expect((await refusalOf(contextOfSession(forged, workspace.slug, 'req_1'))).code).toBe('unauthenticated');
  });

  test('has the role and the sight of the membership as it is now', async () => {
    const begun = await begin();
    await inWorkspace(workspace.ctx(), (tx) => addMember(tx, { email, name: 'x', role: 'viewer' }));
    const ctx = await contextOfSession(begun, workspace.slug, 'req_1');
    expect(ctx.role).toBe('viewer');
    expect(ctx.permissions.has('creator.create')).toBe(false);
    const { membershipId } = workspace.members.marketer;
    await inWorkspace(workspace.ctx(), (tx) =>
      tx.execute(sql`update membership set sees_money = false, removed_at = null where id = ${membershipId}::uuid`),
    );
    expect((await contextOfSession(begun, workspace.slug, 'req_1')).fields.money).toBe(false);
    await inWorkspace(workspace.ctx(), (tx) =>
      tx.execute(sql`update membership set removed_at = now() where id = ${membershipId}::uuid`),
    );
    expect((await refusalOf(contextOfSession(begun, workspace.slug, 'req_1'))).code).toBe('not_found');
    expect(await findOwnWorkspaces(begun.userId)).toEqual([]);
  });

  test('opens each workspace of the person and no other', async () => {
    const [second, foreign] = [await createTestWorkspace('Second'), await createTestWorkspace('Foreign')];
    await inWorkspace(second.ctx(), (tx) => addMember(tx, { email, name: 'x', role: 'finance' }));
    const begun = await begin();
    const inOrderOfJoining = [workspace.slug, second.slug];
    expect((await findOwnWorkspaces(begun.userId)).map(({ slug }) => slug)).toEqual(inOrderOfJoining);
    expect((await contextOfSession(begun, second.slug, 'req_1')).role).toBe('finance');
    expect((await refusalOf(contextOfSession(begun, foreign.slug, 'req_1'))).code).toBe('not_found');
  });
});

describe('a one-time link', () => {
  test('sets the password once, though two use it at once, and ends the sessions so far', async () => {
    const begun = await begin();
    const token = await createSignInLink(begun.userId);
    const outcomes = await Promise.allSettled(
      ['first password!', 'other password!'].map((next) => choosePassword({ token, password: next })),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await findSignInLink(token)).toBeNull();
    expect(await isAlive(begun)).toBe(false);
    expect(await enter(password)).toBeNull();
    const won = outcomes[0]?.status === 'fulfilled' ? 'first password!' : 'other password!';
    expect(await enter(won)).not.toBeNull();
  });

  test('ends with a newer one, and with its time', async () => {
    const { userId } = workspace.members.marketer;
    const [older, newer] = [await createSignInLink(userId), await createSignInLink(userId)];
    expect((await refusalOf(choosePassword({ token: older, password }))).details.reason).toBe('link');
    await unscopedRows(sql`update sign_in_link set expires_at = now() where user_id = ${userId}::uuid`);
    expect((await refusalOf(choosePassword({ token: newer, password }))).details.reason).toBe('link');
  });

  test('is not to be found in the database', async () => {
    const token = await createSignInLink(workspace.members.marketer.userId);
    const rows = await unscopedRows<{ kept: string }>(sql`select row_to_json(l)::text as kept from sign_in_link l`);
    expect(rows.some(({ kept }) => kept.includes(token))).toBe(false);
  });
});
