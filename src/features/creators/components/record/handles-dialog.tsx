'use client';

import { Star, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { addHandle, removeHandle, updateHandle } from '@/features/creators/account-actions';
import { useRecord, type Refusal } from '@/features/creators/components/record/record-scope';
import type { CreatorRecord } from '@/features/creators/schemas/creator-record';
import { PLATFORMS, platformRules, type Platform } from '@/shared/identity/platforms';
import { Button } from '@/ui/button';
import { Callout } from '@/ui/callout';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { IconButton } from '@/ui/icon-button';
import { Input } from '@/ui/input';
import { notify } from '@/ui/notify';
import { Select } from '@/ui/select';
import { useWorkspace } from '@/ui/shell/workspace-scope';

type Handle = CreatorRecord['handles'][number];
const platformOptions = PLATFORMS.map((value) => ({ value, label: platformRules[value].label }));

/** The accounts of a creator: add, rename, make the main one, remove. */
export function HandlesDialog({ onClose }: { onClose: () => void }) {
  const { record } = useRecord();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Handles"
      description="A renamed account keeps its numbers and its old name."
      footer={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <ul className="flex flex-col gap-2 pb-4">
        {record.handles.map((handle) => (
          <HandleRow key={`${handle.id} ${handle.name}`} handle={handle} />
        ))}
      </ul>
      <AddHandle />
    </Dialog>
  );
}

function HandleRow({ handle }: { handle: Handle }) {
  const { slug } = useWorkspace();
  const { record, save } = useRecord();
  const [name, setName] = useState(handle.name);
  const [error, setError] = useState<string | undefined>();
  const { label } = platformRules[handle.platform as Platform];
  const rename = async () => {
    if (name.trim() === '' || name === handle.name) return;
    const refusal = await save(() => updateHandle(slug, { id: handle.id, name: name.trim() }));
    setError(refusal ? sentenceOf(refusal) : undefined);
  };
  const restore = () =>
    save(() => addHandle(slug, { creatorId: record.id, handle: { platform: handle.platform, name: handle.name } }));
  const remove = async () => {
    const refusal = await save(() => removeHandle(slug, { id: handle.id }));
    if (!refusal) notify.undoable(`@${handle.name} was removed`, () => void restore());
  };
  return (
    <li className="flex items-start gap-2">
      <Field label={`${label} handle`} hideLabel className="flex-1" name={`handle.${handle.id}`} error={error}>
        <Input
          icon={<span className="text-sm">@</span>}
          value={name}
          maxLength={2048}
          onChange={(event) => setName(event.target.value)}
          onBlur={() => void rename()}
          onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        />
      </Field>
      <span className="flex h-control w-20 items-center text-ink-2">{label}</span>
      <IconButton
        aria-label={handle.isPrimary ? `@${handle.name} is the main handle` : `Make @${handle.name} the main handle`}
        icon={<Star className={handle.isPrimary ? 'fill-current text-accent-text' : ''} />}
        pressed={handle.isPrimary}
        onClick={() => !handle.isPrimary && void save(() => updateHandle(slug, { id: handle.id, isPrimary: true }))}
      />
      <IconButton aria-label={`Remove @${handle.name}`} icon={<Trash2 />} onClick={() => void remove()} />
    </li>
  );
}

function AddHandle() {
  const { slug } = useWorkspace();
  const { record, save } = useRecord();
  const [platform, setPlatform] = useState<Platform>('instagram');
  const [name, setName] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const doubtful = refusal?.reason === 'possible_duplicate';
  const add = async () => {
    if (name.trim() === '') return;
    const handle = /[/:]/.test(name) ? { name: name.trim() } : { platform, name: name.trim() };
    const refused = await save(() => addHandle(slug, { creatorId: record.id, handle, allowDuplicate: doubtful }));
    setRefusal(refused);
    if (!refused) setName('');
  };
  return (
    <form
      className="flex flex-col gap-2 border-t border-line pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div className="flex items-start gap-2">
        <Select
          aria-label="Platform"
          className="w-32 shrink-0"
          options={platformOptions}
          value={platform}
          onChange={(event) => setPlatform(event.target.value as Platform)}
        />
        <Field
          label="New handle"
          hideLabel
          className="flex-1"
          name="newHandle"
          error={refusal && !doubtful ? sentenceOf(refusal) : undefined}
        >
          <Input
            placeholder="@name or the profile’s address"
            value={name}
            maxLength={2048}
            onChange={(event) => {
              setName(event.target.value);
              setRefusal(null);
            }}
          />
        </Field>
        <Button type="submit">{doubtful ? 'Add anyway' : 'Add'}</Button>
      </div>
      {doubtful && <Callout tone="attention">{refusal.message}</Callout>}
    </form>
  );
}

function sentenceOf({ fields, message }: Refusal): string {
  return fields[0]?.message ?? message;
}
