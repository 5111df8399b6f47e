'use client';

import { useState } from 'react';
import { assignOwner } from '@/features/creators/actions';
import { useRecord } from '@/features/creators/components/record/record-scope';
import { useVocabulary } from '@/features/creators/components/record/use-vocabulary';
import { Avatar } from '@/ui/avatar';
import { Chip } from '@/ui/chip';
import { ComboboxPanel } from '@/ui/combobox-panel';
import { Popover } from '@/ui/popover';
import { useWorkspace } from '@/ui/shell/workspace-scope';

/** Who looks after this creator, and the list to hand them on. */
export function OwnerMenu() {
  const { slug } = useWorkspace();
  const { record, save, editable } = useRecord();
  const [open, setOpen] = useState(false);
  const { members } = useVocabulary(open);
  const label = record.owner ? `Owner: ${record.owner.name}` : 'No owner';
  if (!editable) return <Chip>{label}</Chip>;
  const options = [
    ...members.map(({ id, name }) => ({ value: id, label: name, icon: <Avatar id={id} name={name} size="xs" /> })),
    { value: '', label: 'Nobody' },
  ];
  const assign = (ownerId: string, name: string) => {
    setOpen(false);
    const owner = ownerId === '' ? null : { id: ownerId, name };
    void save(() => assignOwner(slug, { id: record.id, ownerId: owner?.id ?? null }), { owner });
  };
  const trigger = (
    <button type="button" aria-label={`${label}. Change`} className="rounded-[5px] hover:text-ink">
      <Chip className="hover:border-line-strong">{label}</Chip>
    </button>
  );
  return (
    <Popover trigger={trigger} label="Owner" open={open} onOpenChange={setOpen} className="p-0">
      <ComboboxPanel
        label="Owner"
        options={options}
        chosen={options.filter(({ value }) => value === (record.owner?.id ?? ''))}
        onPick={({ value, label: name }) => assign(value, name)}
      />
    </Popover>
  );
}
