'use client';

import { useEffect, useState } from 'react';
import type { MailHtml } from '@/features/threads/schemas/mail-html';
import type { MessageDto } from '@/features/threads/schemas/message';
import { Button } from '@/ui/button';
import { Callout } from '@/ui/callout';
import { Skeleton } from '@/ui/skeleton';
import { useWorkspace } from '@/ui/shell/workspace-scope';

/**
 * A mail as its sender formatted it: sanitised by the server, and shown in a frame that runs nothing, sends nothing and
 * has no origin. Pictures from elsewhere are fetched only when they are asked for, by the server.
 */
export function MailFrame({ message }: { message: MessageDto }) {
  const { slug } = useWorkspace();
  const [images, setImages] = useState(false);
  const [read, setRead] = useState<MailHtml | { problem: string } | null>(null);
  useEffect(() => {
    const giveUp = new AbortController();
    readMail(`/api/files/${slug}/${message.id}/html${images ? '?images=1' : ''}`, giveUp.signal).then(setRead, () => {
      if (!giveUp.signal.aborted) setRead({ problem: 'The server did not answer.' });
    });
    return () => giveUp.abort();
  }, [slug, message.id, images]);
  if (read === null) return <Skeleton className="h-40 rounded-md" />;
  if ('problem' in read) return <Callout tone="late">{read.problem}</Callout>;
  return (
    <div className="flex flex-col gap-2">
      {read.remoteImages > 0 && !images && (
        <div className="flex flex-wrap items-center gap-2 text-sm text-ink-2">
          Pictures from elsewhere are not loaded, so that nobody learns that you read this.
          <Button size="s" onClick={() => setImages(true)}>
            Show images
          </Button>
        </div>
      )}
      <iframe
        title={`The message as ${message.from.name || 'it'} sent it`}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        srcDoc={read.html}
        className="min-h-40 w-full resize-y rounded-md border border-line bg-white"
        style={{ height: Math.min(600, 120 + message.text.length / 3) }}
      />
    </div>
  );
}

async function readMail(address: string, signal: AbortSignal): Promise<MailHtml | { problem: string }> {
  const response = await fetch(address, { signal });
  const answer = (await response.json()) as MailHtml & { detail?: string; error?: { message?: string } };
  return response.ok ? answer : { problem: answer.detail ?? answer.error?.message ?? 'It could not be read.' };
}
