'use client';

import type { Editor } from '@tiptap/react';
import { Link2 } from 'lucide-react';
import { Toolbar } from 'radix-ui';
import { useState, type SyntheticEvent } from 'react';
import { Button } from '../button';
import { Field } from '../field';
import { IconButton } from '../icon-button';
import { Input } from '../input';
import { Popover } from '../popover';
import { uiTexts } from '../ui-texts';
import { linkAddress } from './link-address';

/** Sets, changes and takes off the link of the marked text. */
export function LinkButton({ editor, pressed }: { editor: Editor; pressed: boolean }) {
  const [open, setOpen] = useState(false);
  const trigger = (
    <Toolbar.Button asChild>
      <IconButton aria-label={uiTexts.editor.link} icon={<Link2 />} pressed={pressed} />
    </Toolbar.Button>
  );
  return (
    <Popover trigger={trigger} label={uiTexts.editor.link} open={open} onOpenChange={setOpen}>
      <LinkForm editor={editor} pressed={pressed} onDone={() => setOpen(false)} />
    </Popover>
  );
}

function LinkForm({ editor, pressed, onDone }: { editor: Editor; pressed: boolean; onDone: () => void }) {
  const [text, setText] = useState(() => String(editor.getAttributes('link')['href'] ?? ''));
  const [error, setError] = useState<string>();
  const apply = (event: SyntheticEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const href = linkAddress(text);
    if (!href) {
      setError(uiTexts.editor.linkInvalid);
      return;
    }
    const chain = editor.chain().focus().extendMarkRange('link');
    const asText = { type: 'text', text: text.trim(), marks: [{ type: 'link', attrs: { href } }] };
    if (editor.state.selection.empty && !pressed) chain.insertContent(asText).run();
    else chain.setLink({ href }).run();
    onDone();
  };
  return (
    <form onSubmit={apply} className="flex flex-col gap-2">
      <Field label={uiTexts.editor.linkAddress} error={error}>
        <Input value={text} onChange={(event) => setText(event.target.value)} inputMode="url" autoComplete="off" />
      </Field>
      <div className="flex justify-end gap-2">
        {pressed && (
          <Button
            variant="quiet"
            onClick={() => {
              editor.chain().focus().extendMarkRange('link').unsetLink().run();
              onDone();
            }}
          >
            {uiTexts.editor.linkRemove}
          </Button>
        )}
        <Button type="submit" variant="primary">
          {uiTexts.editor.linkApply}
        </Button>
      </div>
    </form>
  );
}
