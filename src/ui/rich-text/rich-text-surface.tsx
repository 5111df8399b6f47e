'use client';

import { EditorContent, useEditor } from '@tiptap/react';
import { useContext, useId, useState } from 'react';
import { cn } from '../cn';
import { FieldContext } from '../field-context';
import { readStoredText, writeStoredText } from '../use-stored-text';
import { editorExtensions } from './editor-extensions';
import { draftStorageKey } from '../forget-draft';
import { MentionList } from './mention-list';
import { createMentionMenu } from './mention-menu';
import type { RichTextEditorProps } from './rich-text-editor-props';
import { RichTextToolbar } from './rich-text-toolbar';

/** The editor itself; brings TipTap, so it is only ever imported dynamically. */
export function RichTextSurface(props: RichTextEditorProps) {
  const { defaultValue = '', draftKey, name, placeholder, people } = props;
  const listId = useId();
  const [menu] = useState(() => createMentionMenu(listId));
  const [begin] = useState(() => (draftKey && readStoredText(draftStorageKey(draftKey))) || defaultValue);
  const [html, setHtml] = useState(begin);
  const attributes = useSurfaceAttributes(props['aria-label']);
  const change = (next: string) => {
    setHtml(next);
    if (draftKey) writeStoredText(draftStorageKey(draftKey), next === defaultValue ? null : next);
    props.onChange?.(next);
  };
  const editor = useEditor({
    extensions: editorExtensions({ placeholder, people, menu }),
    content: begin,
    injectCSS: false,
    immediatelyRender: true,
    autofocus: props.autoFocus ? 'end' : false,
    onUpdate: (event) => change(event.editor.isEmpty ? '' : event.editor.getHTML()),
    onCreate: () => {
      if (begin !== defaultValue) props.onChange?.(begin);
    },
    editorProps: { attributes },
  });
  return (
    <div
      className={cn(
        'rounded-lg border border-line-control bg-surface has-[.ProseMirror:focus]:border-accent has-[.ProseMirror:focus]:outline has-[.ProseMirror:focus]:outline-accent has-[[aria-invalid=true]]:border-late',
        props.className,
      )}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) props.onSubmit?.();
      }}
    >
      <EditorContent editor={editor} />
      <RichTextToolbar editor={editor} insertions={props.insertions} />
      {people && <MentionList menu={menu} listId={listId} />}
      {name && <input type="hidden" name={name} value={html} />}
    </div>
  );
}

function useSurfaceAttributes(label?: string): Record<string, string> {
  const field = useContext(FieldContext);
  return {
    role: 'textbox',
    'aria-multiline': 'true',
    ...(label ? { 'aria-label': label } : {}),
    ...(field && !label ? { id: field.id, 'aria-labelledby': field.labelId } : {}),
    ...(field?.describedBy ? { 'aria-describedby': field.describedBy } : {}),
    ...(field?.invalid ? { 'aria-invalid': 'true' } : {}),
    class: 'rich-text control-text min-h-24 px-3 py-2.5 rounded-t-lg outline-none',
  };
}
