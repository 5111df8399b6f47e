'use client';

import { Trash2 } from 'lucide-react';
import { useCallback, useState } from 'react';
import { createContact, linkContact, unlinkContact } from '@/features/creators/contact-actions';
import { roleLabels, routingLabels } from '@/features/creators/components/labels.data';
import { useRecord } from '@/features/creators/components/record/record-scope';
import { CONTACT_ROLES, ROUTINGS } from '@/features/creators/model/vocabulary';
import type { CreatorRecord } from '@/features/creators/schemas/creator-record';
import { callRead } from '@/ui/call-read';
import { Combobox } from '@/ui/combobox';
import type { ComboboxOption } from '@/ui/combobox-panel';
import { IconButton } from '@/ui/icon-button';
import { notify } from '@/ui/notify';
import { Select } from '@/ui/select';
import { useWorkspace } from '@/ui/shell/workspace-scope';

type Contact = CreatorRecord['contacts'][number];

const roleOptions = CONTACT_ROLES.map((value) => ({ value, label: roleLabels[value] ?? value }));
const routingOptions = ROUTINGS.map((value) => ({ value, label: routingLabels[value] ?? value }));

/** Managers, lawyers and others around a creator, and whether they are written to instead, copied or not. */
export function ContactPeople() {
  const { slug } = useWorkspace();
  const { record, save } = useRecord();
  const creatorId = record.id;
  const find = useFindContacts();
  const link = (contactId: string) => void save(() => linkContact(slug, { creatorId, contactId, routing: 'copied' }));
  const unlink = async ({ id, name, role, routing, topics }: Contact) => {
    if (await save(() => unlinkContact(slug, { creatorId, contactId: id }))) return;
    const back = { creatorId, contactId: id, role, routing, topics };
    notify.undoable(`${name} was taken off`, () => void save(() => linkContact(slug, back)));
  };
  const create = async (name: string) => {
    let id = '';
    const refusal = await save(async () => {
      const made = await createContact(slug, { name, role: 'manager' });
      if (!made.ok) return made;
      ({ id } = made.data);
      return linkContact(slug, { creatorId, contactId: id, role: 'manager', routing: 'copied' });
    });
    if (!refusal) notify.done(`${name} was added`);
  };
  return (
    <section aria-label="People around" className="flex flex-col gap-2">
      <h3 className="text-sm font-semibold text-ink-2">People around</h3>
      {record.contacts.map((contact) => (
        <div key={contact.id} className="flex flex-wrap items-center gap-2">
          <span className="min-w-40 flex-1 truncate">
            {contact.name} <span className="text-sm text-ink-3">{contact.agency?.name}</span>
          </span>
          <Select
            aria-label={`Role of ${contact.name}`}
            className="w-32"
            options={roleOptions}
            value={contact.role}
            onChange={(event) =>
              void save(() => linkContact(slug, { creatorId, contactId: contact.id, role: event.target.value }))
            }
          />
          <Select
            aria-label={`Mail to ${contact.name}`}
            className="w-36"
            options={routingOptions}
            value={contact.routing}
            onChange={(event) =>
              void save(() => linkContact(slug, { creatorId, contactId: contact.id, routing: event.target.value }))
            }
          />
          <IconButton aria-label={`Take ${contact.name} off`} icon={<Trash2 />} onClick={() => void unlink(contact)} />
        </div>
      ))}
      <AddContact find={find} onPick={link} onCreate={(name) => void create(name)} />
    </section>
  );
}

interface AddContactProps {
  find: (query: string) => Promise<readonly ComboboxOption[]>;
  onPick: (id: string) => void;
  onCreate: (name: string) => void;
}

function AddContact({ find, onPick, onCreate }: AddContactProps) {
  const [round, setRound] = useState(0);
  return (
    <Combobox
      key={round}
      aria-label="Add someone"
      placeholder="Add a manager, lawyer, assistant…"
      loadOptions={find}
      value={null}
      onValueChange={(option) => {
        if (option) onPick(option.value);
        setRound(round + 1);
      }}
      onCreate={(name) => {
        onCreate(name);
        setRound(round + 1);
      }}
    />
  );
}

interface FoundContact {
  id: string;
  name: string;
  agency: { name: string } | null;
}

function useFindContacts() {
  const { slug } = useWorkspace();
  return useCallback(
    async (query: string): Promise<readonly ComboboxOption[]> => {
      const { data } = await callRead<{ data: FoundContact[] }>(
        { workspace: slug, name: 'find-contacts' },
        { limit: 20, ...(query.trim() !== '' && { q: query }) },
      );
      return data.map(({ id, name, agency }) => ({ value: id, label: name, hint: agency?.name }));
    },
    [slug],
  );
}
