'use client';

import { CircleCheck } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { resolveEffect, retryEffect } from '@/app/effects/actions';
import type { UnfinishedWork } from '@/app/effects/stuck-effects';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { useFormat } from '@/ui/locale-provider';
import { notify } from '@/ui/notify';
import { Section } from '@/ui/section';
import { useNow, useWorkspace } from '@/ui/shell/workspace-scope';

/** What did not happen, why, about whom, and what a person can do about it. */
export function UnfinishedList({ work }: { work: UnfinishedWork[] }) {
  if (work.length === 0) {
    return (
      <EmptyState
        icon={<CircleCheck />}
        title="Everything happened"
        description="Mails, imports and exports that gave up after many attempts, or of which nobody knows whether they arrived, stand here until someone decides."
      />
    );
  }
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-4">
      <Section title="What did not happen" variant="card">
        <ul className="divide-y divide-line">
          {work.map((one) => (
            <WorkRow key={one.id} work={one} />
          ))}
        </ul>
      </Section>
      <p className="text-sm text-ink-3">
        What gave up can be tried again, with all its attempts. What may have left is never repeated by itself: look or
        ask, then say what became of it.
      </p>
    </div>
  );
}

function WorkRow({ work }: { work: UnfinishedWork }) {
  const { slug } = useWorkspace();
  const format = useFormat();
  const now = useNow();
  const { state, title, recipient, creator, importId, attempts, lastError, stoodStillAt, happenedAt } = work;
  return (
    <li className="flex flex-col gap-2 py-3">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        {state === 'dead' ? <Badge tone="late">Gave up</Badge> : <Badge tone="attention">Nobody knows</Badge>}
        <span className="font-medium">{title}</span>
        {creator && (
          <Link href={`/${slug}/creators/${creator.id}`} className="truncate text-accent-text hover:underline">
            {creator.displayName}
          </Link>
        )}
        {importId && (
          <Link href={`/${slug}/imports/${importId}`} className="text-accent-text hover:underline">
            the import
          </Link>
        )}
        {recipient && <span className="truncate text-ink-2">{recipient}</span>}
        <time
          dateTime={stoodStillAt}
          title={format.dateTime(stoodStillAt)}
          className="num ml-auto text-sm text-ink-3 max-sm:ml-0"
        >
          {format.moment(stoodStillAt, now)}
        </time>
      </div>
      <p className="text-sm break-words whitespace-pre-line text-ink-2">{lastError ?? 'No reason was given.'}</p>
      <div className="flex flex-wrap items-center gap-2">
        <Decisions work={work} />
        <span className="num text-sm text-ink-3">
          Asked for: {format.moment(happenedAt, now)} · {attempts === 1 ? '1 attempt' : `${attempts} attempts`}
        </span>
      </div>
    </li>
  );
}

type Answer = { ok: true } | { ok: false; error: { message: string } };

function Decisions({ work: { id, state, title } }: { work: UnfinishedWork }) {
  const { slug, can } = useWorkspace();
  const router = useRouter();
  const [pending, setPending] = useState<string | null>(null);
  if (!can('effect.update')) return null;
  const act = async (name: string, write: () => Promise<Answer>) => {
    setPending(name);
    const answer = await write().catch((): Answer => ({ ok: false, error: { message: 'The server did not answer.' } }));
    setPending(null);
    if (answer.ok) notify.done(`${title}: ${name.toLowerCase()}`);
    else notify.failed('Nothing was changed', { description: answer.error.message });
    router.refresh();
  };
  const choices: [name: string, write: () => Promise<Answer>][] =
    state === 'dead'
      ? [['Try again', () => retryEffect(slug, { id })]]
      : [
          ['It happened', () => resolveEffect(slug, { id, decision: 'sent' })],
          ['Try again', () => resolveEffect(slug, { id, decision: 'not_sent' })],
          ['Give up', () => resolveEffect(slug, { id, decision: 'give_up' })],
        ];
  return choices.map(([name, write]) => (
    <Button
      key={name}
      size="s"
      variant={name === 'Give up' ? 'quiet' : 'default'}
      pending={pending === name}
      disabled={pending !== null && pending !== name}
      onClick={() => void act(name, write)}
    >
      {name}
    </Button>
  ));
}
