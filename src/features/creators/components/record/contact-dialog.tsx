'use client';

import { Star, Trash2 } from 'lucide-react';
import {
  addEmail,
  addPhone,
  removeEmail,
  removePhone,
  setPrimaryEmail,
  setPrimaryPhone,
} from '@/features/creators/account-actions';
import { AddAddress } from '@/features/creators/components/record/add-address';
import { ContactPeople } from '@/features/creators/components/record/contact-people';
import { useRecord } from '@/features/creators/components/record/record-scope';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { IconButton } from '@/ui/icon-button';
import { notify } from '@/ui/notify';
import { useWorkspace } from '@/ui/shell/workspace-scope';

/** Addresses, phones and the people around a creator. */
export function ContactDialog({ onClose }: { onClose: () => void }) {
  const { slug, can } = useWorkspace();
  const { record, save } = useRecord();
  const removed = (what: string, restore: () => void) => notify.undoable(`${what} was removed`, restore);
  const creatorId = record.id;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Contact"
      size="l"
      footer={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <div className="flex flex-col gap-5">
        <section aria-label="E-mail addresses" className="flex flex-col gap-1">
          <h3 className="text-sm font-semibold text-ink-2">E-mail</h3>
          {(record.emails ?? []).map(({ id, address, source, isPrimary, legalBasis }) => (
            <AddressRow
              key={id}
              text={address}
              hint={`from ${source}`}
              isPrimary={isPrimary}
              onPrimary={() => void save(() => setPrimaryEmail(slug, { id }))}
              onRemove={async () => {
                if (await save(() => removeEmail(slug, { id }))) return;
                const email = { address, source, legalBasis };
                removed(address, () => void save(() => addEmail(slug, { creatorId, email, allowDuplicate: true })));
              }}
            />
          ))}
          <AddAddress kind="email" />
        </section>
        <section aria-label="Phones" className="flex flex-col gap-1">
          <h3 className="text-sm font-semibold text-ink-2">Phone</h3>
          {(record.phones ?? []).map(({ id, number, source, isPrimary }) => (
            <AddressRow
              key={id}
              text={number}
              hint={`from ${source}`}
              isPrimary={isPrimary}
              onPrimary={() => void save(() => setPrimaryPhone(slug, { id }))}
              onRemove={async () => {
                if (await save(() => removePhone(slug, { id }))) return;
                removed(number, () => void save(() => addPhone(slug, { creatorId, phone: { number, source } })));
              }}
            />
          ))}
          <AddAddress kind="phone" />
        </section>
        {can('contact.update') && <ContactPeople />}
      </div>
    </Dialog>
  );
}

interface AddressRowProps {
  text: string;
  hint: string;
  isPrimary: boolean;
  onPrimary: () => void;
  onRemove: () => Promise<void>;
}

function AddressRow({ text, hint, isPrimary, onPrimary, onRemove }: AddressRowProps) {
  return (
    <div className="flex min-h-8 items-center gap-2">
      <span className="min-w-0 flex-1 truncate">
        {text} <span className="text-sm text-ink-3">{hint}</span>
      </span>
      <IconButton
        aria-label={isPrimary ? `${text} is used first` : `Use ${text} first`}
        icon={<Star className={isPrimary ? 'fill-current text-accent-text' : ''} />}
        pressed={isPrimary}
        onClick={() => !isPrimary && onPrimary()}
      />
      <IconButton aria-label={`Remove ${text}`} icon={<Trash2 />} onClick={() => void onRemove()} />
    </div>
  );
}
