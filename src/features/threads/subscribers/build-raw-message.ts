import { buffer } from 'node:stream/consumers';
import type { MessagePlan } from '@/features/threads/subscribers/plan-message';
import { buildMime } from '@/platform/mail/build-mime';
import { readStoredFile } from '@/platform/storage/read-stored-file';

/** The message with its attachments, byte for byte. Outside any transaction. @throws AppError unavailable (a file is missing) */
export async function buildRawMessage({ ctx, mail, files }: MessagePlan): Promise<Buffer> {
  const attachments = [];
  for (const { name, contentType, hash } of files) {
    attachments.push({ name, contentType, content: await buffer(await readStoredFile(ctx, hash)) });
  }
  return buildMime({ ...mail, attachments });
}
