'use client';

import { useState } from 'react';
import { sendMessage } from '@/features/threads/actions';
import { useAttachments } from '@/features/threads/components/use-attachments';
import type { KeptDraft } from '@/features/threads/components/use-message-draft';
import { useMessagePreview } from '@/features/threads/components/use-message-preview';
import { notify } from '@/ui/notify';
import { useWorkspace } from '@/ui/shell/workspace-scope';

interface ComposingInput {
  creatorId: string;
  kept: KeptDraft;
  onQueued: () => void;
}

/** The state of a message that is being written, and its way into the queue. */
export function useComposing({ creatorId, kept: { draft, change, forget }, onQueued }: ComposingInput) {
  const { slug } = useWorkspace();
  const [html, setHtml] = useState('');
  const [tried, setTried] = useState(false);
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const attachments = useAttachments(slug, (file) => change(({ files }) => ({ files: [...files, file] })));
  const message = {
    creatorId,
    ...(draft.mailboxId && { mailboxId: draft.mailboxId }),
    ...(draft.to && { to: draft.to }),
    subject: draft.subject,
    html,
  };
  const { preview, failed } = useMessagePreview(slug, message);
  const problems = (preview?.problems ?? []).filter(({ problem }) => tried || !problem.startsWith('empty_'));
  const uploading = attachments.uploads.length > 0;

  const send = async () => {
    setTried(true);
    if (pending || uploading || draft.subject.trim() === '' || html === '') return;
    setPending(true);
    const files = { fileIds: draft.files.map(({ id }) => id), draftId: draft.draftId };
    const result = await sendMessage(slug, { ...message, ...files }).catch(() => null);
    setPending(false);
    if (result?.ok) {
      forget();
      notify.done('On its way', { description: 'The timeline shows when the mail server has taken it.' });
      onQueued();
      return;
    }
    setRefused(result?.error.message ?? 'The server did not answer. Send it again: it will not go out twice.');
  };
  return {
    preview,
    problems,
    attachments,
    refusal: refused ?? failed,
    blocked: problems.length > 0 || uploading,
    pending,
    setHtml,
    send,
  };
}
