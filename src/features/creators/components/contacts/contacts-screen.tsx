'use client';

import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useState } from 'react';
import { AgencyList } from '@/features/creators/components/contacts/agency-list';
import { ContactList } from '@/features/creators/components/contacts/contact-list';
import { Button } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { useWorkspace } from '@/ui/shell/workspace-scope';
import { TabNav } from '@/ui/tab-nav';
import { useShortcut } from '@/ui/use-shortcut';

const ContactSheet = dynamic(
  () => import('@/features/creators/components/contacts/contact-sheet').then((module) => module.ContactSheet),
  { ssr: false },
);
const NewContactSheet = dynamic(
  () => import('@/features/creators/components/contacts/contact-sheet').then((module) => module.NewContactSheet),
  { ssr: false },
);
const AgencySheet = dynamic(
  () => import('@/features/creators/components/contacts/agency-sheet').then((module) => module.AgencySheet),
  { ssr: false },
);
const NewAgencySheet = dynamic(
  () => import('@/features/creators/components/contacts/agency-sheet').then((module) => module.NewAgencySheet),
  { ssr: false },
);

const address = {
  tab: parseAsStringLiteral(['contacts', 'agencies']).withDefault('contacts'),
  contact: parseAsString,
  agency: parseAsString,
};

/** Who stands beside the creators: managers, lawyers, assistants, and the agencies they are of. */
export function ContactsScreen() {
  const { slug, can } = useWorkspace();
  const [{ tab, contact, agency }, setAddress] = useQueryStates(address, { history: 'push' });
  const [revision, setRevision] = useState(0);
  const mayChange = can('contact.update');
  const contacts = tab === 'contacts';
  const begin = () => void setAddress(contacts ? { contact: 'new' } : { agency: 'new' });
  useShortcut('n', contacts ? 'New contact' : 'New agency', { handler: begin, group: 'Contacts', enabled: mayChange });
  const add = mayChange && (
    <Button variant="primary" icon={<Plus />} kbd="N" onClick={begin}>
      {contacts ? 'Add contact' : 'Add agency'}
    </Button>
  );
  const base = `/${slug}/contacts`;
  return (
    <>
      <PageHeader title="Contacts" actions={add} />
      <TabNav
        label="Contacts"
        items={[
          { href: base, label: 'People', current: contacts },
          { href: `${base}?tab=agencies`, label: 'Agencies', current: !contacts },
        ]}
      />
      {contacts ? (
        <ContactList
          revision={revision}
          openId={contact}
          begin={add}
          onOpen={(id) => void setAddress({ contact: id })}
        />
      ) : (
        <AgencyList revision={revision} openId={agency} begin={add} onOpen={(id) => void setAddress({ agency: id })} />
      )}
      <Beside
        key={contact ?? agency}
        contact={contact}
        agency={agency}
        onOpen={(next) => void setAddress(next)}
        onChanged={() => setRevision((count) => count + 1)}
      />
    </>
  );
}

interface BesideProps {
  contact: string | null;
  agency: string | null;
  onOpen: (next: { contact: string | null; agency?: string | null }) => void;
  onChanged: () => void;
}

/** The panel of whom the address names; `new` is one that is being written. */
function Beside({ contact, agency, onOpen, onChanged }: BesideProps) {
  const close = () => onOpen({ contact: null, agency: null });
  const created = (kind: 'contact' | 'agency') => (id: string) => {
    onChanged();
    onOpen({ contact: null, [kind]: id });
  };
  if (contact === 'new') return <NewContactSheet onCreated={created('contact')} onClose={close} />;
  if (contact) return <ContactSheet id={contact} onChanged={onChanged} onClose={close} />;
  if (agency === 'new') return <NewAgencySheet onCreated={created('agency')} onClose={close} />;
  if (!agency) return null;
  return (
    <AgencySheet id={agency} onOpenContact={(id) => onOpen({ contact: id })} onChanged={onChanged} onClose={close} />
  );
}
