'use client';

import { useEffect, useState } from 'react';
import { mergeCreators, undoMerge } from '@/features/creators/account-actions';
import { CreatorCombobox } from '@/features/creators/components/record/creator-combobox';
import { MergeFields } from '@/features/creators/components/record/merge-fields';
import { useRecord } from '@/features/creators/components/record/record-scope';
import type { MergePreview } from '@/features/creators/schemas/merge';
import { Button } from '@/ui/button';
import { callRead, ReadError } from '@/ui/call-read';
import { Callout } from '@/ui/callout';
import type { ComboboxOption } from '@/ui/combobox-panel';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { notify } from '@/ui/notify';
import { Skeleton } from '@/ui/skeleton';
import { useWorkspace } from '@/ui/shell/workspace-scope';

interface MergeDialogProps {
  /** The other record, where it is known already. */
  otherId: string | null;
  onClose: () => void;
  /** The record that stays. */
  onMerged: (survivorId: string) => void;
}

/** Makes one record of two: which stays, whose word counts field by field, what comes along. It can be undone. */
export function MergeDialog({ otherId, onClose, onMerged }: MergeDialogProps) {
  const { record } = useRecord();
  const [other, setOther] = useState<ComboboxOption | null>(otherId === null ? null : { value: otherId, label: '' });
  const [swapped, setSwapped] = useState(false);
  const [keep, setKeep] = useState<Record<string, string>>({});
  const [survivorId, mergedId] = inOrder(record.id, other?.value, swapped);
  const { preview, problem } = usePreview(survivorId, mergedId);

  const { merge, pending } = useMerge(onMerged);
  const footer = (
    <>
      <Button onClick={onClose}>Cancel</Button>
      <Button
        variant="primary"
        disabled={!preview}
        pending={pending}
        onClick={() => mergedId && void merge({ survivorId, mergedId, keep })}
      >
        Merge
      </Button>
    </>
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Merge ${record.displayName} with another`}
      description="Handles, mails, notes, quotes and history of both stand in the record that stays."
      size="l"
      footer={footer}
    >
      <div className="flex flex-col gap-4">
        {otherId === null && (
          <Field label="The other record" name="other">
            <CreatorCombobox
              value={other}
              except={record.id}
              onChange={(option) => {
                setOther(option);
                setKeep({});
              }}
            />
          </Field>
        )}
        {mergedId && !preview && <Waiting problem={problem} />}
        {preview && (
          <MergeFields
            preview={preview}
            keep={keep}
            onKeep={setKeep}
            onSwap={() => {
              setSwapped(!swapped);
              setKeep({});
            }}
          />
        )}
      </div>
    </Dialog>
  );
}

/** Which record stays and which becomes part of it, as far as both are known. */
function inOrder(own: string, other: string | undefined, swapped: boolean): [string, string | undefined] {
  return swapped && other ? [other, own] : [own, other];
}

function Waiting({ problem }: { problem: string | null }) {
  if (!problem) return <Skeleton className="h-32 rounded-md" />;
  return (
    <Callout tone="late" urgent>
      {problem}
    </Callout>
  );
}

interface Merge {
  survivorId: string;
  mergedId: string;
  keep: Record<string, string>;
}

function useMerge(onMerged: (survivorId: string) => void) {
  const { slug } = useWorkspace();
  const { save } = useRecord();
  const [pending, setPending] = useState(false);
  const merge = async ({ survivorId, mergedId, keep }: Merge) => {
    setPending(true);
    const merged: { id: string | null } = { id: null };
    const refusal = await save(async () => {
      const answer = await mergeCreators(slug, { survivorId, mergedIds: [mergedId], keep });
      if (answer.ok) merged.id = answer.data.mergeId;
      return answer;
    });
    setPending(false);
    if (refusal) return;
    onMerged(survivorId);
    const { id } = merged;
    const undo = () => void save(() => undoMerge(slug, { id }));
    if (id) notify.undoable('The two records are one', undo, { description: 'The record can take it apart, too.' });
  };
  return { merge, pending };
}

function usePreview(survivorId: string, mergedId: string | undefined) {
  const { slug } = useWorkspace();
  const pair = `${survivorId} ${mergedId ?? ''}`;
  const [answer, setAnswer] = useState<{ pair: string; preview: MergePreview | null; problem: string | null } | null>(
    null,
  );
  useEffect(() => {
    if (!mergedId) return;
    const giveUp = new AbortController();
    const input = { survivorId, mergedIds: [mergedId] };
    callRead<MergePreview>({ workspace: slug, name: 'preview-merge', signal: giveUp.signal }, input).then(
      (preview) => setAnswer({ pair, preview, problem: null }),
      (error: unknown) => {
        if (error instanceof ReadError) setAnswer({ pair, preview: null, problem: error.message });
      },
    );
    return () => giveUp.abort();
  }, [slug, survivorId, mergedId, pair]);
  const current = answer?.pair === pair ? answer : null;
  return { preview: current?.preview ?? null, problem: current?.problem ?? null };
}
