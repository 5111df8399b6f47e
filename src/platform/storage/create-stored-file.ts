import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';
import { fileStored } from '@/platform/storage/events';
import type { StoredBytes } from '@/platform/storage/put-file';
import { newId } from '@/shared/ids';

export interface NewStoredFile extends StoredBytes {
  /** As the person called it; never part of a path. */
  name: string;
  contentType: string;
}

/** Enters bytes that `putFile` has kept into the workspace's files. Answers the file's id. */
export async function createStoredFile(tx: Tx, input: NewStoredFile): Promise<string> {
  const id = newId();
  const { actor, workspaceId, now } = tx.ctx;
  const createdBy = actor.type === 'user' ? actor.membershipId : null;
  await tx.execute(sql`
    insert into stored_file (id, workspace_id, hash, size, name, content_type, created_by, created_at)
    values (${id}::uuid, ${workspaceId}::uuid, ${input.hash}, ${input.size}::bigint, ${input.name},
      ${input.contentType}, ${createdBy}::uuid, ${now})`);
  await recordEvent(tx, fileStored, {
    subjectId: id,
    payload: { name: input.name, size: input.size, hash: input.hash },
  });
  return id;
}
