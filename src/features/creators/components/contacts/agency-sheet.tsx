'use client';

import { Trash2 } from 'lucide-react';
import { AgencyForm } from '@/features/creators/components/contacts/agency-form';
import { useSubject } from '@/features/creators/components/contacts/use-subject';
import { archiveAgency, restoreAgency } from '@/features/creators/contact-actions';
import type { AgencyDto } from '@/features/creators/schemas/contact';
import { Button } from '@/ui/button';
import { IconButton } from '@/ui/icon-button';
import { notify } from '@/ui/notify';
import { Section } from '@/ui/section';
import { Sheet } from '@/ui/sheet';
import { Skeleton } from '@/ui/skeleton';
import { useWorkspace } from '@/ui/shell/workspace-scope';

interface AgencySheetProps {
  id: string;
  onOpenContact: (id: string) => void;
  onChanged: () => void;
  onClose: () => void;
}

/** An agency beside the list, with the people who are of it. */
export function AgencySheet({ id, onOpenContact, onChanged, onClose }: AgencySheetProps) {
  const { slug, can } = useWorkspace();
  const { subject, reload } = useSubject<AgencyDto>('get-agency', id);
  const agency = subject === 'failed' ? null : subject;
  const archive = async ({ id: gone, name }: AgencyDto) => {
    const answer = await archiveAgency(slug, { id: gone });
    if (!answer.ok) {
      notify.failed('The agency was not put away', { description: answer.error.message });
      return;
    }
    notify.undoable(`${name} was put away`, () => void restoreAgency(slug, { id: gone }).then(onChanged), {
      description: 'Its people stay.',
    });
    onChanged();
    onClose();
  };
  const changed = () => {
    reload();
    onChanged();
  };
  const mayArchive = agency !== null && can('contact.update');
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={agency?.name ?? 'Agency'}
      actions={
        mayArchive && (
          <IconButton aria-label={`Put ${agency.name} away`} icon={<Trash2 />} onClick={() => void archive(agency)} />
        )
      }
    >
      {subject === null && <Skeleton className="m-4 h-64 rounded-md" />}
      {subject === 'failed' && <p className="p-4 text-ink-2">This agency is not there any more.</p>}
      {agency && (
        <>
          <AgencyForm key={agency.version} agency={agency} onSaved={changed} />
          <AgencyPeople agency={agency} onOpenContact={onOpenContact} />
        </>
      )}
    </Sheet>
  );
}

function AgencyPeople({ agency, onOpenContact }: { agency: AgencyDto; onOpenContact: (id: string) => void }) {
  return (
    <Section title="People" level={3} className="border-t border-line">
      {agency.contacts.length === 0 && (
        <p className="text-ink-3">Nobody yet. Choose this agency on a contact, and they stand here.</p>
      )}
      <ul className="flex flex-col">
        {agency.contacts.map((contact) => (
          <li key={contact.id}>
            <Button variant="link" onClick={() => onOpenContact(contact.id)}>
              {contact.name}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface NewAgencySheetProps {
  onCreated: (id: string) => void;
  onClose: () => void;
}

/** A new agency; once it is there its own panel takes over. */
export function NewAgencySheet({ onCreated, onClose }: NewAgencySheetProps) {
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()} title="New agency">
      <AgencyForm agency={null} onSaved={onCreated} />
    </Sheet>
  );
}
