'use client';

import { useEffect, useState } from 'react';
import type { MessagePreview } from '@/features/threads/schemas/message';
import { callRead, ReadError } from '@/ui/call-read';

export interface PreviewInput {
  creatorId: string;
  mailboxId?: string;
  to?: { name: string | null; address: string }[];
  subject: string;
  html: string;
}

const restMs = 400;

/** What the message would be if it were sent now, once the typing rests; the last answer stays until the next. */
export function useMessagePreview(workspace: string, input: PreviewInput) {
  const [answer, setAnswer] = useState<{ preview: MessagePreview | null; failed: string | null }>({
    preview: null,
    failed: null,
  });
  const text = JSON.stringify(input);
  useEffect(() => {
    const giveUp = new AbortController();
    const timer = setTimeout(() => {
      const asked = JSON.parse(text) as object;
      callRead<MessagePreview>({ workspace, name: 'preview-message', signal: giveUp.signal }, asked).then(
        (preview) => setAnswer({ preview, failed: null }),
        (error: unknown) => {
          if (error instanceof ReadError) setAnswer((current) => ({ ...current, failed: error.message }));
        },
      );
    }, restMs);
    return () => {
      clearTimeout(timer);
      giveUp.abort();
    };
  }, [workspace, text]);
  return answer;
}
