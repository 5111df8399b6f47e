'use client';

import { useState, type ReactNode } from 'react';
import type { CreatorVocabulary } from '@/features/creators/schemas/creator-vocabulary';
import { Button } from '@/ui/button';
import { MultiCombobox } from '@/ui/combobox';
import { Popover } from '@/ui/popover';

interface BulkTagPopoverProps {
  tags: CreatorVocabulary['tags'];
  trigger: ReactNode;
  onTag: (change: { add?: string[]; remove?: string[] }) => void;
}

/** Tags to put on, or take off, everyone who is ticked. */
export function BulkTagPopover({ tags, trigger, onTag }: BulkTagPopoverProps) {
  const [open, setOpen] = useState(false);
  const [names, setNames] = useState<string[]>([]);
  const apply = (change: { add?: string[]; remove?: string[] }) => {
    setOpen(false);
    setNames([]);
    onTag(change);
  };
  return (
    <Popover trigger={trigger} label="Tag" open={open} onOpenChange={setOpen} align="end" className="w-72">
      <div className="flex flex-col gap-3">
        <MultiCombobox
          aria-label="Tags"
          placeholder="Choose or type tags…"
          options={tags.map(({ name }) => ({ value: name, label: name }))}
          value={names.map((name) => ({ value: name, label: name }))}
          onValueChange={(options) => setNames(options.map(({ value }) => value))}
          onCreate={(name) => setNames([...names, name])}
        />
        <div className="flex justify-end gap-2">
          <Button disabled={names.length === 0} onClick={() => apply({ remove: names })}>
            Take off
          </Button>
          <Button variant="primary" disabled={names.length === 0} onClick={() => apply({ add: names })}>
            Put on
          </Button>
        </div>
      </div>
    </Popover>
  );
}
