'use client';

import { FileText, Paperclip, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { AttachmentsField } from '@/features/threads/components/attachments-field';
import { LaterMenu } from '@/features/threads/components/inbox/later-menu';
import { NoteComposer } from '@/features/threads/components/inbox/note-composer';
import { TemplateMenu } from '@/features/threads/components/inbox/template-menu';
import type { useReply } from '@/features/threads/components/inbox/use-reply';
import { mergeFieldLabels } from '@/features/threads/components/merge-field-labels.data';
import { useAttachments } from '@/features/threads/components/use-attachments';
import { mergeFields } from '@/features/threads/model/merge-fields';
import { Button } from '@/ui/button';
import { Callout } from '@/ui/callout';
import { cn } from '@/ui/cn';
import { IconButton } from '@/ui/icon-button';
import type { Viewer } from '@/ui/live/use-presence';
import type { MentionPerson } from '@/ui/rich-text/mention-menu';
import { RichTextEditor } from '@/ui/rich-text/rich-text-editor';
import { useWorkspace } from '@/ui/shell/workspace-scope';

const insertions = mergeFields.map((field) => ({ value: `{{${field}}}`, label: mergeFieldLabels[field] }));

export interface ReplyComposerProps {
  threadId: string;
  name: string;
  /** Where they live, so that "tomorrow at nine" is theirs; null: nobody knows. */
  zone: string | null;
  reply: ReturnType<typeof useReply>;
  mode: 'reply' | 'note';
  onMode: (mode: 'reply' | 'note') => void;
  /** Why nothing can be sent; null when it can. */
  blocked: string | null;
  viewers: readonly Viewer[];
  people: (query: string) => Promise<readonly MentionPerson[]>;
  onChanged: () => void;
}

/** Below a conversation: an answer to them, or a note for colleagues, never to be mistaken for each other. */
export function ReplyComposer(props: ReplyComposerProps) {
  const { mode, onMode, viewers, blocked } = props;
  const writing = viewers.filter((viewer) => viewer.writing).map(({ name }) => name);
  return (
    <section
      aria-label={mode === 'note' ? 'Internal note' : 'Answer'}
      className={cn(
        'shrink-0 border-t p-3',
        mode === 'note' ? 'tone-attention tone-panel border-dashed' : 'border-line bg-surface',
      )}
    >
      <div role="tablist" aria-label="What to write" className="mb-2 flex items-center gap-1">
        <Mode current={mode === 'reply'} onChoose={() => onMode('reply')}>
          Answer
        </Mode>
        <Mode current={mode === 'note'} onChoose={() => onMode('note')}>
          Note for colleagues
        </Mode>
        {writing.length > 0 && (
          <span role="status" className="ml-auto truncate text-sm font-medium text-attention">
            {writing.join(', ')} {writing.length > 1 ? 'are' : 'is'} writing here too
          </span>
        )}
      </div>
      {mode === 'note' && <NoteComposer {...props} />}
      {mode === 'reply' && blocked && <Callout tone="attention">{blocked}</Callout>}
      {mode === 'reply' && !blocked && <Reply {...props} />}
    </section>
  );
}

function Mode({ current, onChoose, children }: { current: boolean; onChoose: () => void; children: string }) {
  return (
    <button
      type="button"
      role="tab"
      aria-selected={current}
      onClick={onChoose}
      className={cn(
        'rounded-sm px-2 py-1 text-sm',
        current ? 'bg-sunken font-medium text-ink' : 'text-ink-2 hover:bg-sunken hover:text-ink',
      )}
    >
      {children}
    </button>
  );
}

function Reply({ name, zone, reply, people }: ReplyComposerProps) {
  const { slug } = useWorkspace();
  const { begun, files, problem, conflict, state } = reply;
  const chooser = useRef<HTMLInputElement>(null);
  const attachments = useAttachments(slug, (file) => reply.changeFiles((current) => [...current, file]));
  const [templates, setTemplates] = useState(false);
  return (
    <div className="flex flex-col gap-2">
      {conflict && (
        <Callout
          tone="attention"
          urgent
          title={conflict.message}
          action={
            <>
              <Button onClick={reply.takeTheirs}>{conflict.draft ? 'Take theirs' : 'Begin anew'}</Button>
              <Button variant="primary" onClick={reply.keepMine}>
                Keep mine
              </Button>
            </>
          }
        />
      )}
      {problem && (
        <Callout tone="late" urgent title="Not sent. Everything you wrote is kept.">
          {problem}
        </Callout>
      )}
      {begun.round > 0 && (
        <RichTextEditor
          key={begun.round}
          aria-label="Your answer"
          defaultValue={begun.html}
          draftKey={reply.bodyKey}
          placeholder={`Answer ${name}…`}
          insertions={insertions}
          people={people}
          onChange={reply.change}
          onSubmit={() => void reply.send()}
          className="[&_.ProseMirror]:max-h-64 [&_.ProseMirror]:min-h-16 [&_.ProseMirror]:overflow-y-auto"
        />
      )}
      {(files.length > 0 || attachments.uploads.length > 0) && (
        <AttachmentsField
          files={files}
          attachments={attachments}
          onRemove={(id) => reply.changeFiles((current) => current.filter((file) => file.id !== id))}
        />
      )}
      <div className="flex flex-wrap items-center gap-1.5">
        <Button variant="quiet" icon={<FileText />} onClick={() => setTemplates(true)}>
          Templates
        </Button>
        <Button variant="quiet" icon={<Paperclip />} onClick={() => chooser.current?.click()}>
          Attach
        </Button>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          aria-label="Files to attach"
          onChange={(event) => {
            attachments.send(event.target.files ?? []);
            event.target.value = '';
          }}
        />
        <IconButton aria-label="Throw the draft away" icon={<Trash2 />} onClick={() => void reply.discard()} />
        <span role="status" className="text-sm text-ink-3">
          {state === 'saving' ? 'Keeping…' : ''}
        </span>
        <span className="ml-auto flex gap-1.5">
          <LaterMenu zone={zone} onChoose={(at) => void reply.send(at)} />
          <Button
            variant="primary"
            kbd="⌘↵"
            pending={state === 'sending'}
            disabled={attachments.uploads.length > 0}
            onClick={() => void reply.send()}
          >
            Send
          </Button>
        </span>
      </div>
      {templates && <TemplateMenu onPut={reply.put} onClose={() => setTemplates(false)} />}
    </div>
  );
}
