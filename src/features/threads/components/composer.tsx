'use client';

import { Braces } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { AttachmentsField } from '@/features/threads/components/attachments-field';
import { mergeFieldLabels } from '@/features/threads/components/merge-field-labels.data';
import { MessageProblems, PreviewPane } from '@/features/threads/components/preview-pane';
import { Line, RecipientsField, type Addressee } from '@/features/threads/components/recipients-field';
import { useComposing } from '@/features/threads/components/use-composing';
import { useMessageDraft } from '@/features/threads/components/use-message-draft';
import { mergeFields } from '@/features/threads/model/merge-fields';
import type { MailboxDto } from '@/features/threads/schemas/mailbox';
import { Button } from '@/ui/button';
import { callRead } from '@/ui/call-read';
import { Callout } from '@/ui/callout';
import { DropdownMenu, MenuItem } from '@/ui/dropdown-menu';
import { IconButton } from '@/ui/icon-button';
import { Input } from '@/ui/input';
import { RichTextEditor } from '@/ui/rich-text/rich-text-editor';
import { Select } from '@/ui/select';
import { Sheet } from '@/ui/sheet';
import { useWorkspace } from '@/ui/shell/workspace-scope';

const insertions = mergeFields.map((field) => ({ value: `{{${field}}}`, label: mergeFieldLabels[field] }));

export interface ComposerProps {
  creatorId: string;
  creatorName: string;
  known: Addressee[];
  /** What one should know before writing: preferences, notes, local time. */
  beside: ReactNode;
  onClose: () => void;
  onQueued: () => void;
}

/** Writes one message to a creator. What is typed is kept until it is queued; what stands against it blocks sending. */
export function Composer({ creatorId, creatorName, known, beside, onClose, onQueued }: ComposerProps) {
  const kept = useMessageDraft(creatorId);
  const { draft, change, bodyKey } = kept;
  const mailboxes = useMailboxes();
  const [showing, setShowing] = useState(false);
  const composing = useComposing({ creatorId, kept, onQueued });
  const { preview, problems, refusal, send } = composing;
  const footer = (
    <>
      <Button variant="quiet" className="mr-auto" aria-pressed={showing} onClick={() => setShowing(!showing)}>
        {showing ? 'Back to writing' : 'Preview'}
      </Button>
      <Button onClick={onClose}>Later</Button>
      <Button
        variant="primary"
        disabled={composing.blocked}
        pending={composing.pending}
        kbd="⌘↵"
        onClick={() => void send()}
      >
        Send
      </Button>
    </>
  );
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Write to ${creatorName}`}
      width="xl"
      modal
      footer={footer}
    >
      <div className="grid min-h-full grid-cols-[minmax(0,1fr)_270px] max-md:grid-cols-1">
        <div className="flex min-h-0 min-w-0 flex-col gap-3 p-4">
          {refusal && (
            <Callout tone="late" urgent title="Not sent. Everything you wrote is kept.">
              {refusal}
            </Callout>
          )}
          <MessageProblems problems={problems} />
          <MailboxLine mailboxes={mailboxes} value={draft.mailboxId} onChange={(mailboxId) => change({ mailboxId })} />
          <RecipientsField
            creatorName={creatorName}
            preview={preview}
            to={draft.to}
            known={known}
            onChange={(to) => change({ to })}
          />
          <SubjectLine value={draft.subject} onChange={(subject) => change({ subject })} />
          <div className={showing ? 'hidden' : ''}>
            <RichTextEditor
              aria-label="Message"
              draftKey={bodyKey}
              placeholder="Write as you would speak to them. { } puts in what the record knows."
              insertions={insertions}
              onChange={composing.setHtml}
              onSubmit={() => void send()}
              className="[&_.ProseMirror]:min-h-56"
            />
          </div>
          {showing && <PreviewPane preview={preview} />}
          <AttachmentsField
            files={draft.files}
            attachments={composing.attachments}
            onRemove={(id) => change(({ files }) => ({ files: files.filter((file) => file.id !== id) }))}
          />
        </div>
        <aside aria-label="Before you write" className="border-l border-line bg-bg max-md:border-t max-md:border-l-0">
          {beside}
        </aside>
      </div>
    </Sheet>
  );
}

function useMailboxes(): MailboxDto[] | null {
  const { slug } = useWorkspace();
  const [mailboxes, setMailboxes] = useState<MailboxDto[] | null>(null);
  useEffect(() => {
    const giveUp = new AbortController();
    callRead<MailboxDto[]>({ workspace: slug, name: 'find-mailboxes', signal: giveUp.signal }).then(
      setMailboxes,
      () => undefined,
    );
    return () => giveUp.abort();
  }, [slug]);
  return mailboxes;
}

interface MailboxLineProps {
  mailboxes: MailboxDto[] | null;
  value: string | null;
  onChange: (mailboxId: string) => void;
}

function MailboxLine({ mailboxes, value, onChange }: MailboxLineProps) {
  if (!mailboxes || mailboxes.length === 0) return null;
  const options = mailboxes.map(({ id, displayName, address, brandName }) => ({
    value: id,
    label: `${displayName} <${address}> · ${brandName}`,
  }));
  return (
    <Line label="From">
      <Select
        aria-label="From"
        options={options}
        value={value ?? mailboxes[0]?.id}
        onChange={(event) => onChange(event.target.value)}
      />
    </Line>
  );
}

function SubjectLine({ value, onChange }: { value: string; onChange: (subject: string) => void }) {
  return (
    <Line label="Subject">
      <div className="min-w-0 flex-1">
        <Input aria-label="Subject" value={value} maxLength={998} onChange={(event) => onChange(event.target.value)} />
      </div>
      <DropdownMenu align="end" trigger={<IconButton aria-label="Insert a field into the subject" icon={<Braces />} />}>
        {insertions.map((field) => (
          <MenuItem key={field.value} onSelect={() => onChange(`${value}${field.value}`)}>
            {field.label}
          </MenuItem>
        ))}
      </DropdownMenu>
    </Line>
  );
}
