'use client';

import { useState } from 'react';
import { discardReply, sendReply, takeReplyBack } from '@/features/threads/components/inbox/reply-store';
import { useKeptReply } from '@/features/threads/components/inbox/use-kept-reply';
import { forgetDraft } from '@/ui/forget-draft';
import { notify } from '@/ui/notify';
import { useWorkspace } from '@/ui/shell/workspace-scope';

/** In this time what was sent can be taken back. */
const undoSeconds = 10;

/** The answer of a conversation: written together, sent once, taken back in time. */
export function useReply(threadId: string, onSent: () => void) {
  const { slug } = useWorkspace();
  const kept = useKeptReply(threadId);
  const [sending, setSending] = useState(false);
  const { bodyKey, begin, current } = kept;
  const takeBack = async (id: string) => {
    const refused = await takeReplyBack(slug, id);
    if (refused !== null) notify.failed('It is too late', { description: refused });
    await kept.read();
    onSent();
  };
  const send = async (sendAt?: Date) => {
    if (current().html === '' || sending) return;
    setSending(true);
    const draft = await kept.save();
    const when = sendAt ? { sendAt: sendAt.toISOString() } : { delaySeconds: undoSeconds };
    const refused = draft && (await sendReply(slug, draft, when));
    setSending(false);
    if (draft === null) return;
    kept.setProblem(refused);
    if (refused !== null) return;
    forgetDraft(bodyKey);
    begin('', null);
    onSent();
    notify.undoable(sendAt ? 'It leaves later' : 'On its way', () => void takeBack(draft.id));
  };
  const discard = async () => {
    const { html, standing } = current();
    await discardReply(slug, standing);
    forgetDraft(bodyKey);
    begin('', null);
    if (html !== '') notify.undoable('Thrown away', () => put(html));
  };
  const put = (words: string) => {
    const { html, standing, files } = current();
    begin(`${html}${words}`, standing, files);
    kept.change(`${html}${words} `);
  };
  return { ...kept, state: sending ? ('sending' as const) : kept.state, send, takeBack, discard, put };
}
