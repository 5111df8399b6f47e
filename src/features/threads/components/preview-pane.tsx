'use client';

import type { MessagePreview, MessageProblem } from '@/features/threads/schemas/message';
import { Callout } from '@/ui/callout';
import { RichTextView } from '@/ui/rich-text/rich-text-view';
import { Skeleton } from '@/ui/skeleton';

/** The message as the creator will read it, with its fields filled. */
export function PreviewPane({ preview }: { preview: MessagePreview | null }) {
  if (!preview) return <Skeleton className="h-56 rounded-md" />;
  const { from, to, cc, subject, html } = preview;
  const people = (list: MessagePreview['to']) => list.map(({ name, address }) => name ?? address).join(', ');
  return (
    <article aria-label="Preview" className="min-h-56 rounded-lg border border-line bg-bg p-4">
      <p className="text-sm text-ink-3">
        {from && `${from.name} <${from.address}>`} to {people(to) || 'nobody'}
        {cc.length > 0 && `, copy to ${people(cc)}`}
      </p>
      <h3 className="mt-1 mb-3 text-md font-semibold">{subject || 'No subject'}</h3>
      <RichTextView html={html} />
    </article>
  );
}

/** Everything that keeps the message from being sent. */
export function MessageProblems({ problems }: { problems: readonly MessageProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <Callout tone="attention" title="It cannot be sent like this">
      <ul>
        {problems.map(({ problem, field, message }) => (
          <li key={`${problem} ${field ?? ''}`}>{message}</li>
        ))}
      </ul>
    </Callout>
  );
}
