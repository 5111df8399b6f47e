'use client';

import { useState } from 'react';
import type { InboxFilter } from '@/features/threads/components/inbox/inbox-filter';
import { saveInboxView } from '@/features/threads/template-actions';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { FormErrorSummary } from '@/ui/form-error-summary';
import { Input } from '@/ui/input';
import { useWorkspace } from '@/ui/shell/workspace-scope';
import { useSubmit } from '@/ui/use-submit';

interface SaveViewDialogProps {
  filter: InboxFilter;
  onClose: () => void;
  onSaved: () => void;
}

/** Keeps the present view under a name. */
export function SaveViewDialog({ filter, onClose, onSaved }: SaveViewDialogProps) {
  const { slug } = useWorkspace();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const { submit, pending, errors, message, errorOf } = useSubmit();
  const save = async () => {
    const done = await submit(() => saveInboxView(slug, { name, shared, filter }));
    if (done) onSaved();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Save this view" size="s">
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <FormErrorSummary errors={errors} message={message} />
        <Field label="Name" name="name" error={errorOf('name')} required>
          <Input value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Checkbox
          label="For the team"
          hint="Everybody sees it; only you can change it."
          checked={shared}
          onCheckedChange={(on) => setShared(on === true)}
        />
        <div className="flex justify-end">
          <Button type="submit" variant="primary" pending={pending}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
