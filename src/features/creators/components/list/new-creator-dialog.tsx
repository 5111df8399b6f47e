'use client';

import Link from 'next/link';
import { useState } from 'react';
import { createCreator } from '@/features/creators/actions';
import {
  NewCreatorFields,
  emptyCreator,
  toCreateInput,
  type NewCreator,
} from '@/features/creators/components/list/new-creator-fields';
import type { CreatorVocabulary } from '@/features/creators/schemas/creator-vocabulary';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { Callout } from '@/ui/callout';
import { Dialog } from '@/ui/dialog';
import { FormErrorSummary } from '@/ui/form-error-summary';
import { notify } from '@/ui/notify';
import { useWorkspace } from '@/ui/shell/workspace-scope';
import { useDraft } from '@/ui/use-draft';

interface Candidate {
  id: string;
  displayName: string;
  why: 'handle' | 'email' | 'name';
}

const reasons = { handle: 'has the same handle', email: 'has the same e-mail address', name: 'has the same name' };

interface NewCreatorDialogProps {
  vocabulary: CreatorVocabulary;
  onClose: () => void;
  onCreated: (id: string) => void;
}

interface Refused {
  errors: { path: string; message: string }[];
  message: string;
}

/** One creator by hand. Somebody who is there already is shown first; what was typed is kept until it is saved. */
export function NewCreatorDialog({ vocabulary, onClose, onCreated }: NewCreatorDialogProps) {
  const { slug } = useWorkspace();
  const draft = useDraft('new-creator');
  const creator = readDraft(draft.text);
  const [candidates, setCandidates] = useState<Candidate[]>([]);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [pending, setPending] = useState(false);

  async function create(allowDuplicate: boolean) {
    setPending(true);
    setRefused(null);
    const result = await createCreator(slug, { ...toCreateInput(creator), allowDuplicate }).catch(() => null);
    setPending(false);
    if (!result) setRefused({ errors: [], message: 'The server did not answer. What you typed is kept.' });
    else if (result.ok) {
      draft.clear();
      notify.done(`${creator.displayName} was added`);
      onCreated(result.data.id);
    } else if (result.error.reason === 'possible_duplicate') {
      setCandidates((result.error.extra?.['candidates'] ?? []) as Candidate[]);
    } else setRefused({ errors: result.error.fields, message: result.error.message });
  }

  const change = (next: NewCreator) => {
    draft.setText(JSON.stringify(next));
    setCandidates([]);
  };
  const doubtful = candidates.length > 0;
  const footer = (
    <>
      {draft.kept && (
        <Button variant="quiet" className="mr-auto" onClick={draft.clear}>
          Start over
        </Button>
      )}
      <Button onClick={onClose}>Cancel</Button>
      <Button variant="primary" pending={pending} onClick={() => void create(doubtful)}>
        {doubtful ? 'Add anyway' : 'Add creator'}
      </Button>
    </>
  );
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="New creator" footer={footer}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void create(doubtful);
        }}
      >
        {refused && (
          <FormErrorSummary
            errors={refused.errors}
            {...(refused.errors.length === 0 && { message: refused.message })}
          />
        )}
        {doubtful && <Candidates candidates={candidates} onOpen={onClose} />}
        <NewCreatorFields
          creator={creator}
          errors={Object.fromEntries((refused?.errors ?? []).map(({ path, message }) => [path, message]))}
          vocabulary={vocabulary}
          onChange={change}
        />
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Dialog>
  );
}

function readDraft(text: string): NewCreator {
  try {
    return { ...emptyCreator, ...(JSON.parse(text) as Partial<NewCreator>) };
  } catch {
    return emptyCreator;
  }
}

function Candidates({ candidates, onOpen }: { candidates: Candidate[]; onOpen: () => void }) {
  const { slug } = useWorkspace();
  return (
    <Callout tone="attention" urgent title={candidates.length > 1 ? 'One of these?' : 'Already here?'}>
      <ul className="mt-1 flex flex-col gap-1">
        {candidates.map(({ id, displayName, why }) => (
          <li key={id} className="flex min-h-8 items-center gap-2">
            <Avatar id={id} name={displayName} size="xs" />
            <span className="min-w-0 flex-1 truncate">
              <span className="font-medium text-ink">{displayName}</span> {reasons[why]}
            </span>
            <Button size="s" asChild>
              <Link href={`/${slug}/creators/${id}`} onClick={onOpen} aria-label={`Open ${displayName}`}>
                Open
              </Link>
            </Button>
          </li>
        ))}
      </ul>
    </Callout>
  );
}
