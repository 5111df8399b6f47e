'use client';

import type { Editor } from '@tiptap/react';
import { Braces } from 'lucide-react';
import { Toolbar } from 'radix-ui';
import { DropdownMenu, MenuItem } from '../dropdown-menu';
import { IconButton } from '../icon-button';
import { uiTexts } from '../ui-texts';

/** A text that stands for something and is put in at the cursor, such as `{{creator.greeting}}`. */
export interface Insertion {
  value: string;
  label: string;
}

/** Puts one of a few texts in where the cursor is. */
export function InsertMenu({ editor, insertions }: { editor: Editor; insertions: readonly Insertion[] }) {
  const trigger = (
    <Toolbar.Button asChild>
      <IconButton aria-label={uiTexts.editor.insert} icon={<Braces />} />
    </Toolbar.Button>
  );
  return (
    <DropdownMenu trigger={trigger} side="top">
      {insertions.map(({ value, label }) => (
        <MenuItem key={value} onSelect={() => editor.chain().focus().insertContent(value).run()}>
          {label}
        </MenuItem>
      ))}
    </DropdownMenu>
  );
}
