'use client';

import { useCallback, useState } from 'react';
import type { CreatorPage } from '@/features/creators/schemas/creator-list';
import { AttachmentsField } from '@/features/threads/components/attachments-field';
import { channelLabels } from '@/features/threads/components/inbox/inbox-filter';
import { useAttachments } from '@/features/threads/components/use-attachments';
import type { AttachedFile } from '@/features/threads/components/use-message-draft';
import { logMessage } from '@/features/threads/thread-actions';
import { Button } from '@/ui/button';
import { callRead } from '@/ui/call-read';
import { Combobox } from '@/ui/combobox';
import type { ComboboxOption } from '@/ui/combobox-panel';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { FormErrorSummary } from '@/ui/form-error-summary';
import { RadioGroup } from '@/ui/radio-group';
import { Select } from '@/ui/select';
import { useWorkspace } from '@/ui/shell/workspace-scope';
import { Textarea } from '@/ui/textarea';
import { useSubmit } from '@/ui/use-submit';

const channels = ['instagram', 'tiktok', 'youtube', 'whatsapp', 'messenger', 'phone', 'other'];

interface LogMessageDialogProps {
  onClose: () => void;
  onLogged: (threadId: string) => void;
}

/** A direct message or a call, written down by hand: paste the words, or add a screenshot. */
export function LogMessageDialog({ onClose, onLogged }: LogMessageDialogProps) {
  const { slug } = useWorkspace();
  const [draftId] = useState(() => crypto.randomUUID());
  const [creator, setCreator] = useState<ComboboxOption | null>(null);
  const [channel, setChannel] = useState('instagram');
  const [direction, setDirection] = useState('incoming');
  const [text, setText] = useState('');
  const [files, setFiles] = useState<AttachedFile[]>([]);
  const attachments = useAttachments(slug, (file) => setFiles((current) => [...current, file]));
  const { submit, pending, errors, message, errorOf } = useSubmit();
  const find = useCallback(
    async (query: string): Promise<readonly ComboboxOption[]> => {
      const q = query.trim();
      const asked = { limit: 20, ...(q !== '' && { q }) };
      const { data } = await callRead<CreatorPage>({ workspace: slug, name: 'find-creators' }, asked);
      return data.map(({ id, displayName }) => ({ value: id, label: displayName }));
    },
    [slug],
  );
  const save = async () => {
    let threadId = '';
    const done = await submit(async () => {
      const fileIds = files.map(({ id }) => id);
      const input = { creatorId: creator?.value ?? '', channel, direction, text, fileIds, draftId };
      const answer = await logMessage(slug, input);
      if (answer.ok) threadId = answer.data.threadId;
      return answer;
    });
    if (done) onLogged(threadId);
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Write down a message" size="m">
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <FormErrorSummary errors={errors} message={message} />
        <Field label="Creator" name="creatorId" error={errorOf('creatorId')} required>
          <Combobox value={creator} loadOptions={find} onValueChange={setCreator} placeholder="Find a creator" />
        </Field>
        <Field
          label="Where"
          name="channel"
          hint="TikTok and YouTube let no program read messages: they are written down here."
        >
          <Select
            options={channels.map((value) => ({ value, label: channelLabels[value] ?? value }))}
            value={channel}
            onChange={(event) => setChannel(event.target.value)}
          />
        </Field>
        <RadioGroup
          legend="Who wrote"
          orientation="horizontal"
          options={[
            { value: 'incoming', label: 'They did' },
            { value: 'outgoing', label: 'We did' },
          ]}
          value={direction}
          onValueChange={setDirection}
          name="direction"
        />
        <Field label="What was said" name="text" error={errorOf('text')} required>
          <Textarea rows={5} value={text} onChange={(event) => setText(event.target.value)} />
        </Field>
        <AttachmentsField
          files={files}
          attachments={attachments}
          onRemove={(id) => setFiles((current) => current.filter((file) => file.id !== id))}
        />
        <div className="flex justify-end">
          <Button type="submit" variant="primary" pending={pending} disabled={attachments.uploads.length > 0}>
            Write it down
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
