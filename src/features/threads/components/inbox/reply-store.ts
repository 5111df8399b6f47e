import { discardDraft, saveDraft, sendDraft, takeBackMessage } from '@/features/threads/thread-actions';
import type { MessageDto } from '@/features/threads/schemas/message';
import { callRead } from '@/ui/call-read';

/** What stands on the server when somebody else wrote meanwhile. */
export interface OtherDraft {
  id: string;
  html: string;
  version: number;
  authorName: string | null;
}

export type StandingDraft = MessageDto & { fileIds: string[] };

/** A draft as the server has it. */
export interface Standing {
  id: string;
  version: number;
}

export type Saved =
  | { state: 'kept'; draft: Standing }
  | { state: 'stale'; message: string; draft: OtherDraft | null }
  | { state: 'failed'; message: string };

const silent = 'The server does not answer. Your words are kept here.';

export interface DraftToSave {
  threadId: string;
  html: string;
  fileIds: string[];
  standing: Standing | null;
}

/** Null when there is none, and when the server cannot be asked. */
export function readReply(slug: string, threadId: string): Promise<StandingDraft | null> {
  return callRead<StandingDraft | null>({ workspace: slug, name: 'get-draft' }, { id: threadId }).catch(() => null);
}

export async function saveReply(slug: string, { standing, ...draft }: DraftToSave): Promise<Saved> {
  const answer = await saveDraft(slug, { ...draft, ...(standing && { version: standing.version }) }).catch(() => null);
  if (answer?.ok) return { state: 'kept', draft: answer.data };
  if (!answer) return { state: 'failed', message: silent };
  const { reason, message, extra } = answer.error;
  if (reason !== 'stale_draft') return { state: 'failed', message };
  return { state: 'stale', message, draft: (extra?.draft as OtherDraft | null | undefined) ?? null };
}

/** Answers why it was not sent; null when it was. */
export async function sendReply(slug: string, draft: Standing, when: object): Promise<string | null> {
  const answer = await sendDraft(slug, { ...draft, ...when }).catch(() => null);
  if (answer?.ok) return null;
  return answer?.error.message ?? 'The server did not answer. Send it again: it will not go out twice.';
}

/** Answers why it could not be taken back; null when it was. */
export async function takeReplyBack(slug: string, id: string): Promise<string | null> {
  const answer = await takeBackMessage(slug, { id }).catch(() => null);
  if (answer?.ok) return null;
  return answer?.error.message ?? 'The server did not answer.';
}

export async function discardReply(slug: string, draft: Standing | null): Promise<void> {
  if (draft) await discardDraft(slug, { id: draft.id }).catch(() => null);
}
