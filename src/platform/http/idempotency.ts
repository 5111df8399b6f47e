import { createHash } from 'node:crypto';
import type { Context } from '@/platform/auth/context';
import { inWorkspace, type Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';
import { newId } from '@/shared/ids';

/** An answer that is kept. */
export interface KeptAnswer {
  status: number;
  body: string;
}

interface KeptRow {
  id: string;
  same: boolean;
  status: number | null;
  body: string | null;
  abandoned: boolean;
}

/**
 * Claims an `Idempotency-Key` for this request. Answers the row's id when the request is to be carried out, or the
 * first answer when it already was. A claim whose request died is taken over after five minutes, a kept answer expires
 * after 24 hours.
 * @throws AppError conflict when the key was used with another body, or its first request is still in flight
 */
export async function claimKey(
  ctx: Context,
  key: string,
  request: string,
): Promise<{ claimed: string } | { answer: KeptAnswer }> {
  if (ctx.actor.type !== 'key') throw new Error('only keys repeat requests');
  if (key.length > 255)
    throw new AppError('invalid_input', { message: 'Idempotency-Key is longer than 255 characters.' });
  const apiKeyId = ctx.actor.keyId;
  const hash = createHash('sha256').update(request).digest();
  return inWorkspace(ctx, async (tx) => {
    const id = newId();
    await tx.execute(sql`delete from idempotency_key where api_key_id = ${apiKeyId}::uuid and key = ${key}
      and created_at < now() - interval '24 hours'`);
    const inserted = await tx.execute(sql`
      insert into idempotency_key (id, workspace_id, api_key_id, key, request_hash)
      values (${id}::uuid, ${ctx.workspaceId}::uuid, ${apiKeyId}::uuid, ${key}, ${hash}) on conflict do nothing`);
    if (inserted === 1) return { claimed: id };
    const [kept] = await tx.rows<KeptRow>(sql`
      select id, request_hash = ${hash} as same, status, body, created_at < now() - interval '5 minutes' as abandoned
      from idempotency_key where api_key_id = ${apiKeyId}::uuid and key = ${key} for update`);
    return decide(tx, kept);
  });
}

async function decide(tx: Tx, kept: KeptRow | undefined): Promise<{ claimed: string } | { answer: KeptAnswer }> {
  if (kept && !kept.same) {
    throw new AppError('conflict', {
      reason: 'idempotency_key_reused',
      message: 'This Idempotency-Key was used for another request.',
    });
  }
  if (kept?.status != null) return { answer: { status: kept.status, body: kept.body ?? '' } };
  if (kept?.abandoned) {
    await tx.execute(sql`update idempotency_key set created_at = now() where id = ${kept.id}::uuid`);
    return { claimed: kept.id };
  }
  throw new AppError('conflict', {
    reason: 'in_flight',
    retryAfterSeconds: 2,
    message: 'The first request with this Idempotency-Key is still in flight.',
  });
}

/** Keeps the answer, in the transaction of the change itself. */
export async function keepAnswer(tx: Tx, claimed: string, answer: KeptAnswer): Promise<void> {
  await tx.execute(
    sql`update idempotency_key set status = ${answer.status}, body = ${answer.body} where id = ${claimed}::uuid`,
  );
}

/** Gives the key back after a refusal that changed nothing: the corrected request may use it again. */
export async function releaseKey(ctx: Context, claimed: string): Promise<void> {
  await inWorkspace(ctx, (tx) =>
    tx.execute(sql`delete from idempotency_key where id = ${claimed}::uuid and status is null`),
  );
}
