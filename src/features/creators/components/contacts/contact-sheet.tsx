'use client';

import { Trash2 } from 'lucide-react';
import { ContactAddresses } from '@/features/creators/components/contacts/contact-addresses';
import { ContactForm } from '@/features/creators/components/contacts/contact-form';
import { ContactLinks } from '@/features/creators/components/contacts/contact-links';
import { useSubject } from '@/features/creators/components/contacts/use-subject';
import { archiveContact, restoreContact } from '@/features/creators/contact-actions';
import type { ContactDto } from '@/features/creators/schemas/contact';
import { IconButton } from '@/ui/icon-button';
import { notify } from '@/ui/notify';
import { Sheet } from '@/ui/sheet';
import { Skeleton } from '@/ui/skeleton';
import { useWorkspace } from '@/ui/shell/workspace-scope';

interface ContactSheetProps {
  id: string;
  onChanged: () => void;
  onClose: () => void;
}

/** A contact beside the list: who they are, how to reach them, for whom they speak. */
export function ContactSheet({ id, onChanged, onClose }: ContactSheetProps) {
  const { slug, can } = useWorkspace();
  const { subject, reload } = useSubject<ContactDto>('get-contact', id);
  const contact = subject === 'failed' ? null : subject;
  const changed = () => {
    reload();
    onChanged();
  };
  const archive = async ({ id: gone, name }: ContactDto) => {
    const answer = await archiveContact(slug, { id: gone });
    if (!answer.ok) {
      notify.failed('The contact was not put away', { description: answer.error.message });
      return;
    }
    notify.undoable(`${name} was put away`, () => void restoreContact(slug, { id: gone }).then(onChanged), {
      description: 'Nobody is written to through them any more.',
    });
    onChanged();
    onClose();
  };
  const mayChange = can('contact.update');
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={contact?.name ?? 'Contact'}
      actions={
        contact &&
        mayChange && (
          <IconButton aria-label={`Put ${contact.name} away`} icon={<Trash2 />} onClick={() => void archive(contact)} />
        )
      }
    >
      {subject === null && <Skeleton className="m-4 h-64 rounded-md" />}
      {subject === 'failed' && <p className="p-4 text-ink-2">This contact is not there any more.</p>}
      {contact && <ContactParts contact={contact} mayChange={mayChange} onChanged={changed} />}
    </Sheet>
  );
}

interface ContactPartsProps {
  contact: ContactDto;
  mayChange: boolean;
  onChanged: () => void;
}

function ContactParts({ contact, mayChange, onChanged }: ContactPartsProps) {
  return (
    <>
      <ContactForm key={contact.version} contact={contact} onSaved={onChanged} />
      <ContactAddresses contact={contact} mayChange={mayChange} onChanged={onChanged} />
      <ContactLinks contact={contact} mayChange={mayChange} onChanged={onChanged} />
    </>
  );
}

interface NewContactSheetProps {
  onCreated: (id: string) => void;
  onClose: () => void;
}

/** A new contact; once it is there its own panel takes over. */
export function NewContactSheet({ onCreated, onClose }: NewContactSheetProps) {
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()} title="New contact">
      <ContactForm contact={null} onSaved={onCreated} />
    </Sheet>
  );
}
