'use client';

import { useState } from 'react';
import { cancelMessage, resolveMessage, retryMessage } from '@/features/threads/actions';
import type { MessageDto } from '@/features/threads/schemas/message';
import { Button } from '@/ui/button';
import { Callout } from '@/ui/callout';
import { notify } from '@/ui/notify';
import { useWorkspace } from '@/ui/shell/workspace-scope';

interface MessageStateProps {
  message: Pick<MessageDto, 'id' | 'failure'> & { state: string };
  onChanged: () => void;
}

type Answer = { ok: true } | { ok: false; error: { message: string } };

/** What stands in the way of a message, in words, and what a person can do about it. */
export function MessageState({ message, onChanged }: MessageStateProps) {
  const { slug, can } = useWorkspace();
  const [pending, setPending] = useState(false);
  const { id, state, failure } = message;
  const act = (write: () => Promise<Answer>) => {
    setPending(true);
    void write()
      .catch((): Answer => ({ ok: false, error: { message: 'The server did not answer.' } }))
      .then((answer) => {
        setPending(false);
        if (!answer.ok) notify.failed('Nothing was changed', { description: answer.error.message });
        onChanged();
      });
  };
  const may = can('message.send');
  if (state === 'queued') {
    return (
      <div className="flex flex-wrap items-center gap-2 text-sm text-ink-2">
        {failure ? `Tried and put back: ${failure}. It is tried again by itself.` : 'Waiting for the mail server.'}
        {may && (
          <Button size="s" pending={pending} onClick={() => act(() => cancelMessage(slug, { id }))}>
            Cancel it
          </Button>
        )}
      </div>
    );
  }
  if (state === 'failed') {
    const retry = (
      <Button pending={pending} onClick={() => act(() => retryMessage(slug, { id }))}>
        Send again
      </Button>
    );
    return (
      <Callout tone="late" title="It did not leave" action={may && retry}>
        <span className="whitespace-pre-line">{failure ?? 'The mail server gave no reason.'}</span>
      </Callout>
    );
  }
  if (state !== 'unknown') return null;
  const resolve = (decision: string) => () => act(() => resolveMessage(slug, { id, decision }));
  const decide = may && (
    <>
      <Button pending={pending} onClick={resolve('sent')}>
        It arrived
      </Button>
      <Button pending={pending} onClick={resolve('not_sent_retry')}>
        Send again
      </Button>
      <Button variant="quiet" pending={pending} onClick={resolve('not_sent_give_up')}>
        Give up
      </Button>
    </>
  );
  return (
    <Callout tone="attention" title="Nobody knows whether it arrived" action={decide}>
      The connection broke after the message was handed over. It is never sent twice by itself: look into the mailbox or
      ask, then decide.
    </Callout>
  );
}
