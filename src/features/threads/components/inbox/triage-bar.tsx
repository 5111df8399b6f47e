'use client';

import { useCallback, useState } from 'react';
import type { CreatorPage } from '@/features/creators/schemas/creator-list';
import { attachCreator, createFromSender, decideCreator, ignoreSender } from '@/features/threads/thread-actions';
import type { ThreadDto } from '@/features/threads/schemas/thread';
import { Button } from '@/ui/button';
import { callRead } from '@/ui/call-read';
import { Callout } from '@/ui/callout';
import { Combobox } from '@/ui/combobox';
import type { ComboboxOption } from '@/ui/combobox-panel';
import { notify } from '@/ui/notify';
import { useWorkspace } from '@/ui/shell/workspace-scope';

interface TriageBarProps {
  thread: ThreadDto;
  onChanged: () => void;
}

type Answer = { ok: true; data: unknown } | { ok: false; error: { message: string; reason?: string } };

/** Whom a conversation is about, where a person has to say so: an unknown sender, and creators a mail named. */
export function TriageBar({ thread, onChanged }: TriageBarProps) {
  const { slug, can } = useWorkspace();
  const [attaching, setAttaching] = useState(false);
  const [duplicate, setDuplicate] = useState<string | null>(null);
  const { id } = thread;
  const carryOut = async (write: () => Promise<Answer>): Promise<boolean> => {
    const answer = await write().catch((): Answer => ({ ok: false, error: { message: 'The server did not answer.' } }));
    if (!answer.ok && answer.error.reason === 'possible_duplicate') setDuplicate(answer.error.message);
    else if (!answer.ok) notify.failed('Nothing was changed', { description: answer.error.message });
    onChanged();
    return answer.ok;
  };
  const ignore = async () => {
    if (await carryOut(() => ignoreSender(slug, { id })))
      notify.undoable(
        'You will not hear of this sender',
        () => void carryOut(() => ignoreSender(slug, { id, ignore: false })),
      );
  };
  const proposed = thread.creators.filter(({ state }) => state === 'proposed');
  return (
    <>
      {proposed.map(({ id: creatorId, displayName, reason }) => (
        <Callout
          key={creatorId}
          tone="planned"
          title={`Suggested: this is about ${displayName}`}
          action={
            can('thread.update') && (
              <>
                <Button
                  onClick={() => void carryOut(() => decideCreator(slug, { id, creatorId, decision: 'confirmed' }))}
                >
                  Yes
                </Button>
                <Button
                  variant="quiet"
                  onClick={() => void carryOut(() => decideCreator(slug, { id, creatorId, decision: 'refused' }))}
                >
                  No
                </Button>
              </>
            )
          }
        >
          {reason && `The mail says: “${reason}”`}
        </Callout>
      ))}
      {thread.triage && (
        <Callout
          tone="attention"
          title={`Nobody here knows ${thread.last?.from ?? 'this sender'} yet`}
          action={
            <>
              {can('creator.create') && (
                <Button variant="primary" onClick={() => void carryOut(() => createFromSender(slug, { id }))}>
                  Create creator
                </Button>
              )}
              {can('creator.update') && <Button onClick={() => setAttaching(true)}>Attach to…</Button>}
              {can('thread.update') && (
                <Button variant="quiet" onClick={() => void ignore()}>
                  Ignore sender
                </Button>
              )}
            </>
          }
        >
          {duplicate && (
            <span className="flex flex-wrap items-center gap-2">
              {duplicate}
              <Button
                size="s"
                onClick={() => void carryOut(() => createFromSender(slug, { id, allowDuplicate: true }))}
              >
                It is somebody else
              </Button>
            </span>
          )}
          {attaching && (
            <ChooseCreator
              onChoose={(creatorId) => {
                setAttaching(false);
                void carryOut(() => attachCreator(slug, { id, creatorId }));
              }}
            />
          )}
        </Callout>
      )}
    </>
  );
}

function ChooseCreator({ onChoose }: { onChoose: (creatorId: string) => void }) {
  const { slug } = useWorkspace();
  const find = useCallback(
    async (query: string): Promise<readonly ComboboxOption[]> => {
      const q = query.trim();
      const page = await callRead<CreatorPage>(
        { workspace: slug, name: 'find-creators' },
        { limit: 20, ...(q !== '' && { q }) },
      );
      return page.data.map(({ id, displayName }) => ({ value: id, label: displayName }));
    },
    [slug],
  );
  return (
    <div className="mt-2 max-w-72">
      <Combobox
        aria-label="Whom it is about"
        value={null}
        placeholder="Find a creator"
        loadOptions={find}
        onValueChange={(option) => option && onChoose(option.value)}
      />
    </div>
  );
}
