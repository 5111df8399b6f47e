'use client';

import { useState } from 'react';
import { writeNote } from '@/features/threads/thread-actions';
import { Button } from '@/ui/button';
import { Callout } from '@/ui/callout';
import { forgetDraft } from '@/ui/forget-draft';
import type { MentionPerson } from '@/ui/rich-text/mention-menu';
import { RichTextEditor } from '@/ui/rich-text/rich-text-editor';
import { useWorkspace } from '@/ui/shell/workspace-scope';

interface NoteComposerProps {
  threadId: string;
  people: (query: string) => Promise<readonly MentionPerson[]>;
  onChanged: () => void;
}

/** A note inside the conversation, for colleagues. */
export function NoteComposer({ threadId, people, onChanged }: NoteComposerProps) {
  const { slug } = useWorkspace();
  const draftKey = `thread-note:${threadId}`;
  const [round, setRound] = useState({ id: crypto.randomUUID() });
  const [html, setHtml] = useState('');
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async () => {
    if (html === '' || pending) return;
    setPending(true);
    const answer = await writeNote(slug, { id: threadId, html, draftId: round.id }).catch(() => null);
    setPending(false);
    if (!answer?.ok) {
      setProblem(answer?.error.message ?? 'The server did not answer. Everything you wrote is kept.');
      return;
    }
    forgetDraft(draftKey);
    setProblem(null);
    setHtml('');
    setRound({ id: crypto.randomUUID() });
    onChanged();
  };
  return (
    <div className="flex flex-col gap-2">
      {problem && (
        <Callout tone="late" urgent>
          {problem}
        </Callout>
      )}
      <RichTextEditor
        key={round.id}
        aria-label="Note for colleagues"
        draftKey={draftKey}
        placeholder="Only colleagues read this. @ mentions one of them."
        people={people}
        onChange={setHtml}
        onSubmit={() => void save()}
        className="[&_.ProseMirror]:min-h-16"
      />
      <div className="flex items-center justify-end gap-2">
        <span className="mr-auto text-sm font-medium text-attention">Never sent</span>
        <Button variant="primary" kbd="⌘↵" pending={pending} disabled={html === ''} onClick={() => void save()}>
          Add the note
        </Button>
      </div>
    </div>
  );
}
