'use client';

import { Unlink } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { roleLabels, routingLabels } from '@/features/creators/components/labels.data';
import { CreatorCombobox } from '@/features/creators/components/record/creator-combobox';
import { WordsField } from '@/features/creators/components/record/words-field';
import { linkContact, unlinkContact } from '@/features/creators/contact-actions';
import { CONTACT_ROLES, ROUTINGS } from '@/features/creators/model/vocabulary';
import type { ContactDto } from '@/features/creators/schemas/contact';
import { Field } from '@/ui/field';
import { IconButton } from '@/ui/icon-button';
import { notify } from '@/ui/notify';
import { Section } from '@/ui/section';
import { Select } from '@/ui/select';
import { useWorkspace } from '@/ui/shell/workspace-scope';
import type { SubmitResult } from '@/ui/use-submit';

const roleOptions = CONTACT_ROLES.map((value) => ({ value, label: roleLabels[value] ?? value }));
const routingOptions = ROUTINGS.map((value) => ({ value, label: routingLabels[value] ?? value }));

type LinkedCreator = ContactDto['creators'][number];

interface ContactLinksProps {
  contact: ContactDto;
  mayChange: boolean;
  onChanged: () => void;
}

/** For whom a contact speaks: in which role, on which topics, written to instead of them, copied or not at all. */
export function ContactLinks({ contact, mayChange, onChanged }: ContactLinksProps) {
  const { slug } = useWorkspace();
  const [round, setRound] = useState(0);
  const act = async (write: () => Promise<SubmitResult>) => {
    const answer = await write();
    if (!answer.ok) notify.failed('Not saved', { description: answer.error.message });
    onChanged();
    return answer.ok;
  };
  const contactId = contact.id;
  const link = (creatorId: string, change: object) => act(() => linkContact(slug, { creatorId, contactId, ...change }));
  const unlink = async ({ id, displayName, role, topics, routing }: LinkedCreator) => {
    if (await act(() => unlinkContact(slug, { creatorId: id, contactId })))
      notify.undoable(
        `${contact.name} no longer speaks for ${displayName}`,
        () => void link(id, { role, topics, routing }),
      );
  };
  return (
    <Section title="Speaks for" level={3}>
      <ul className="flex flex-col divide-y divide-line">
        {contact.creators.map((creator) => (
          <LinkRow
            key={creator.id}
            creator={creator}
            mayChange={mayChange}
            onLink={(change) => void link(creator.id, change)}
            onUnlink={() => void unlink(creator)}
          />
        ))}
      </ul>
      {contact.creators.length === 0 && <p className="pb-2 text-ink-3">For nobody yet.</p>}
      {mayChange && (
        <Field label="Add a creator" hideLabel className="pt-2" name="newCreator">
          <CreatorCombobox
            key={round}
            value={null}
            except=""
            placeholder="Add a creator…"
            onChange={(option) => {
              if (option) void link(option.value, { routing: 'copied' });
              setRound(round + 1);
            }}
          />
        </Field>
      )}
    </Section>
  );
}

interface LinkRowProps {
  creator: LinkedCreator;
  mayChange: boolean;
  onLink: (change: object) => void;
  onUnlink: () => void;
}

function LinkRow({ creator, mayChange, onLink, onUnlink }: LinkRowProps) {
  const { slug } = useWorkspace();
  const { id, displayName, role, routing, topics } = creator;
  return (
    <li className="flex flex-col gap-2 py-2.5">
      <div className="flex items-center gap-2">
        <Link href={`/${slug}/creators/${id}`} className="min-w-0 flex-1 truncate font-medium hover:underline">
          {displayName}
        </Link>
        {mayChange && (
          <IconButton aria-label={`No longer speaks for ${displayName}`} icon={<Unlink />} onClick={onUnlink} />
        )}
      </div>
      {mayChange ? (
        <>
          <div className="grid grid-cols-2 gap-2">
            <Select
              aria-label={`Role for ${displayName}`}
              options={roleOptions}
              value={role}
              onChange={(event) => onLink({ role: event.target.value })}
            />
            <Select
              aria-label={`Mail about ${displayName}`}
              options={routingOptions}
              value={routing}
              onChange={(event) => onLink({ routing: event.target.value })}
            />
          </div>
          <WordsField
            label={topics.length === 0 ? 'On every topic; or only on' : 'Only on'}
            words={topics}
            offered={['contracts', 'payments', 'scheduling', 'content']}
            onChange={(words) => onLink({ topics: words })}
          />
        </>
      ) : (
        <p className="text-sm text-ink-2">
          {[roleLabels[role], routingLabels[routing], topics.join(', ')].filter(Boolean).join(' · ')}
        </p>
      )}
    </li>
  );
}
