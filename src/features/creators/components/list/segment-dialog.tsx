'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { FilterGroup } from '@/features/creators/model/filter';
import type { Segment } from '@/features/creators/schemas/segment';
import { createSegment, updateSegment } from '@/features/creators/segment-actions';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { notify } from '@/ui/notify';
import { RadioGroup } from '@/ui/radio-group';
import { useWorkspace } from '@/ui/shell/workspace-scope';

interface SegmentDialogProps {
  /** The one that gets another name; null: a new one. */
  segment: Segment | null;
  filter: FilterGroup;
  onClose: () => void;
  onSaved: (id: string) => void;
}

/** Names a filter that is kept, for oneself or for everyone. */
export function SegmentDialog({ segment, filter, onClose, onSaved }: SegmentDialogProps) {
  const { slug } = useWorkspace();
  const router = useRouter();
  const [name, setName] = useState(segment?.name ?? '');
  const [shared, setShared] = useState(segment?.shared ?? false);
  const [error, setError] = useState<string | undefined>();
  const [pending, setPending] = useState(false);
  const save = async () => {
    setPending(true);
    const answer = await (
      segment
        ? updateSegment(slug, { id: segment.id, version: segment.version, name, shared })
        : createSegment(slug, { name, filter, shared })
    ).catch(() => null);
    setPending(false);
    if (!answer?.ok) {
      setError(answer ? (answer.error.fields[0]?.message ?? answer.error.message) : 'The server did not answer.');
      return;
    }
    notify.done(`“${answer.data.name}” is in the list at the left`);
    router.refresh();
    onSaved(answer.data.id);
  };
  const footer = (
    <>
      <Button onClick={onClose}>Cancel</Button>
      <Button variant="primary" pending={pending} disabled={name.trim() === ''} onClick={() => void save()}>
        Save
      </Button>
    </>
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={segment ? `Change “${segment.name}”` : 'Save this filter'}
      description="It is evaluated each time it is opened, so nobody has to keep it up to date."
      size="s"
      footer={footer}
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field label="Name" name="name" required error={error}>
          <Input value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
        </Field>
        <RadioGroup
          legend="Who sees it"
          value={shared ? 'shared' : 'mine'}
          onValueChange={(value) => setShared(value === 'shared')}
          options={[
            { value: 'mine', label: 'Only me' },
            { value: 'shared', label: 'Everyone in the workspace' },
          ]}
        />
      </form>
    </Dialog>
  );
}
