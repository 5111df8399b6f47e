'use client';

import { Star, Trash2 } from 'lucide-react';
import { useState } from 'react';
import {
  addEmail,
  addPhone,
  removeEmail,
  removePhone,
  setPrimaryEmail,
  setPrimaryPhone,
} from '@/features/creators/account-actions';
import type { ContactDto } from '@/features/creators/schemas/contact';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { IconButton } from '@/ui/icon-button';
import { Input } from '@/ui/input';
import { notify } from '@/ui/notify';
import { Section } from '@/ui/section';
import { useWorkspace } from '@/ui/shell/workspace-scope';
import { useSubmit, type SubmitResult } from '@/ui/use-submit';

interface ContactAddressesProps {
  contact: ContactDto;
  mayChange: boolean;
  onChanged: () => void;
}

type Write = () => Promise<SubmitResult>;

/** How a contact is reached: mail addresses and phones, each with where it is from. */
export function ContactAddresses({ contact, mayChange, onChanged }: ContactAddressesProps) {
  const { slug } = useWorkspace();
  const { id: contactId, emails, phones } = contact;
  const act = async (write: Write) => {
    const answer = await write();
    if (!answer.ok) notify.failed('Not saved', { description: answer.error.message });
    onChanged();
    return answer.ok;
  };
  if (emails === null || phones === null) {
    return (
      <Section title="How to reach them" level={3}>
        <p className="text-ink-3">Hidden from you.</p>
      </Section>
    );
  }
  return (
    <Section title="How to reach them" level={3} className="border-t border-line">
      <ul className="flex flex-col">
        {emails.map(({ id, address, source, legalBasis, isPrimary }) => (
          <AddressRow
            key={id}
            text={address}
            source={source}
            isPrimary={isPrimary}
            mayChange={mayChange}
            onPrimary={() => void act(() => setPrimaryEmail(slug, { id }))}
            onRemove={async () => {
              const email = { address, source, legalBasis };
              if (await act(() => removeEmail(slug, { id })))
                notify.undoable(`${address} was removed`, () => void act(() => addEmail(slug, { contactId, email })));
            }}
          />
        ))}
        {phones.map(({ id, number, source, isPrimary }) => (
          <AddressRow
            key={id}
            text={number}
            source={source}
            isPrimary={isPrimary}
            mayChange={mayChange}
            onPrimary={() => void act(() => setPrimaryPhone(slug, { id }))}
            onRemove={async () => {
              const phone = { number, source };
              if (await act(() => removePhone(slug, { id })))
                notify.undoable(`${number} was removed`, () => void act(() => addPhone(slug, { contactId, phone })));
            }}
          />
        ))}
      </ul>
      {emails.length + phones.length === 0 && <p className="pb-2 text-ink-3">No address and no phone yet.</p>}
      {mayChange && <AddAddress contactId={contactId} onAdded={onChanged} />}
    </Section>
  );
}

interface AddressRowProps {
  text: string;
  source: string;
  isPrimary: boolean;
  mayChange: boolean;
  onPrimary: () => void;
  onRemove: () => Promise<void>;
}

function AddressRow({ text, source, isPrimary, mayChange, onPrimary, onRemove }: AddressRowProps) {
  return (
    <li className="flex min-h-8 items-center gap-2">
      <span className="min-w-0 flex-1 truncate">
        {text} <span className="text-sm text-ink-3">from {source}</span>
      </span>
      {mayChange && (
        <>
          <IconButton
            aria-label={isPrimary ? `${text} is used first` : `Use ${text} first`}
            icon={<Star className={isPrimary ? 'fill-current text-accent-text' : ''} />}
            pressed={isPrimary}
            onClick={() => !isPrimary && onPrimary()}
          />
          <IconButton aria-label={`Remove ${text}`} icon={<Trash2 />} onClick={() => void onRemove()} />
        </>
      )}
    </li>
  );
}

/** One field for both: what has an @ is an address, the rest a phone number. */
function AddAddress({ contactId, onAdded }: { contactId: string; onAdded: () => void }) {
  const { slug } = useWorkspace();
  const [text, setText] = useState('');
  const [source, setSource] = useState('');
  const { pending, errors, message, submit } = useSubmit();
  const add = async () => {
    const value = text.trim();
    if (value === '') return;
    const from = source.trim() === '' ? {} : { source: source.trim() };
    const done = await submit(() =>
      value.includes('@')
        ? addEmail(slug, { contactId, email: { address: value, ...from } })
        : addPhone(slug, { contactId, phone: { number: value, ...from } }),
    );
    if (!done) return;
    setText('');
    setSource('');
    onAdded();
  };
  return (
    <form
      className="flex flex-wrap items-start gap-2 pt-1"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Field
        label="New e-mail address or phone"
        hideLabel
        className="min-w-40 flex-1"
        name="newAddress"
        error={errors[0]?.message ?? message}
      >
        <Input
          placeholder="E-mail or phone"
          value={text}
          maxLength={400}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      {text !== '' && (
        <Input
          aria-label="Where it is from"
          className="w-36"
          placeholder="Where is it from?"
          value={source}
          maxLength={255}
          onChange={(event) => setSource(event.target.value)}
        />
      )}
      <Button type="submit" pending={pending}>
        Add
      </Button>
    </form>
  );
}
