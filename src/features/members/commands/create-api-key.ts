import { apiKeyCreated } from '@/features/members/events';
import { generateKey, hashKey } from '@/platform/auth/key';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';
import { newId } from '@/shared/ids';
import type { Permission } from '@/shared/permissions';

export interface NewApiKey {
  name: string;
  permissions: Permission[];
  requestsPerMinute?: number;
  /** A key chosen by the operator (`DEMO_API_KEY`); a random one otherwise. */
  key?: string;
}

/** Makes a bearer key. Answers its id and the key, which is not kept and never shown again. */
export async function createApiKey(tx: Tx, input: NewApiKey): Promise<{ id: string; key: string }> {
  const made = input.key ? { key: input.key, hash: hashKey(input.key), prefix: input.key.slice(0, 10) } : generateKey();
  const id = newId();
  const { actor } = tx.ctx;
  await tx.db.apiKey.create({
    data: {
      id,
      workspaceId: tx.ctx.workspaceId,
      name: input.name,
      hash: new Uint8Array(made.hash),
      prefix: made.prefix,
      permissions: input.permissions,
      createdBy: actor.type === 'user' ? actor.membershipId : null,
      createdAt: tx.ctx.now,
      ...(input.requestsPerMinute ? { requestsPerMinute: input.requestsPerMinute } : {}),
    },
  });
  await recordEvent(tx, apiKeyCreated, {
    subjectId: id,
    payload: { name: input.name, prefix: made.prefix, permissions: input.permissions },
  });
  return { id, key: made.key };
}
