'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { tagCreator } from '@/features/creators/actions';
import { useRecord } from '@/features/creators/components/record/record-scope';
import { useVocabulary } from '@/features/creators/components/record/use-vocabulary';
import { Chip } from '@/ui/chip';
import { ComboboxPanel } from '@/ui/combobox-panel';
import { Popover } from '@/ui/popover';
import { useWorkspace } from '@/ui/shell/workspace-scope';

/** The tags of a creator, each with its cross, and the button that adds one. */
export function TagEditor() {
  const { slug } = useWorkspace();
  const { record, save, editable } = useRecord();
  const [open, setOpen] = useState(false);
  const vocabulary = useVocabulary(open);
  const { tags } = record;
  const add = (name: string) => {
    if (tags.some((tag) => tag.name.toLowerCase() === name.toLowerCase())) return;
    void save(() => tagCreator(slug, { id: record.id, add: [name] }), { tags: [...tags, { id: `new ${name}`, name }] });
  };
  const remove = (name: string) =>
    void save(() => tagCreator(slug, { id: record.id, remove: [name] }), {
      tags: tags.filter((tag) => tag.name !== name),
    });
  if (tags.length === 0 && !editable) return null;
  return (
    <ul aria-label="Tags" className="mt-2 flex flex-wrap items-center gap-1.5">
      {tags.map(({ id, name }) => (
        <li key={id} className="max-w-full min-w-0">
          <Chip {...(editable && { onRemove: () => remove(name), removeLabel: `Remove the tag ${name}` })}>{name}</Chip>
        </li>
      ))}
      {editable && (
        <li>
          <Popover
            label="Add a tag"
            open={open}
            onOpenChange={setOpen}
            className="p-0"
            trigger={
              <button
                type="button"
                className="inline-flex h-5 items-center gap-0.5 rounded-[5px] px-1 text-sm text-ink-3 hover:bg-sunken hover:text-ink"
              >
                <Plus aria-hidden="true" className="size-3" />
                Tag
              </button>
            }
          >
            <ComboboxPanel
              label="Add a tag"
              options={vocabulary.tags.map(({ name }) => ({ value: name, label: name }))}
              chosen={tags.map(({ name }) => ({ value: name, label: name }))}
              onPick={({ value }) => (tags.some(({ name }) => name === value) ? remove(value) : add(value))}
              onCreate={add}
            />
          </Popover>
        </li>
      )}
    </ul>
  );
}
