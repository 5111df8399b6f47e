'use client';

import { useCallback } from 'react';
import { FormButtons } from '@/features/creators/components/contacts/form-buttons';
import { roleLabels } from '@/features/creators/components/labels.data';
import { createAgency, createContact, updateContact } from '@/features/creators/contact-actions';
import { CONTACT_ROLES } from '@/features/creators/model/vocabulary';
import type { AgencyDto, ContactDto } from '@/features/creators/schemas/contact';
import { callRead } from '@/ui/call-read';
import { Combobox } from '@/ui/combobox';
import type { ComboboxOption } from '@/ui/combobox-panel';
import { Field } from '@/ui/field';
import { foldText } from '@/ui/fold-text';
import { FormErrorSummary } from '@/ui/form-error-summary';
import { Input } from '@/ui/input';
import { notify } from '@/ui/notify';
import { Select } from '@/ui/select';
import { useWorkspace } from '@/ui/shell/workspace-scope';
import { Textarea } from '@/ui/textarea';
import { useKeptValues } from '@/ui/use-kept-values';
import { useSubmit } from '@/ui/use-submit';

const roleOptions = CONTACT_ROLES.map((value) => ({ value, label: roleLabels[value] ?? value }));

interface ContactFormProps {
  /** Null: a new one. */
  contact: ContactDto | null;
  onSaved: (id: string) => void;
}

interface Values {
  name: string;
  role: string;
  agency: { id: string; name: string } | null;
  note: string;
  /** Of a new one; later they are added and removed one by one. */
  email: string;
}

const nobody: Values = { name: '', role: 'manager', agency: null, note: '', email: '' };

/** Who a contact is: name, role, agency, a note. */
export function ContactForm({ contact, onSaved }: ContactFormProps) {
  const { slug, can } = useWorkspace();
  const given: Values = contact ? { ...contact, note: contact.note ?? '', email: '' } : nobody;
  const { values, set, clear, kept } = useKeptValues(contact ? `contact:${contact.id}` : 'new-contact', given);
  const { name, role, agency, note, email } = values;
  const { pending, errors, message, errorOf, submit } = useSubmit();
  const disabled = !can('contact.update');
  const save = async () => {
    let id = '';
    const done = await submit(async () => {
      const saved = await write(slug, contact, values);
      if (saved.ok) id = saved.data.id;
      return saved;
    });
    if (!done) return;
    clear();
    notify.done(contact ? 'Saved' : `${name} was added`);
    onSaved(id);
  };
  return (
    <form
      noValidate
      className="flex flex-col gap-3 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <FormErrorSummary errors={errors} {...(message && { message })} />
      <Field label="Name" name="name" required error={errorOf('name')}>
        <Input
          value={name}
          maxLength={200}
          disabled={disabled}
          onChange={(event) => set({ name: event.target.value })}
        />
      </Field>
      <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
        <Field label="Role" name="role" error={errorOf('role')}>
          <Select
            options={roleOptions}
            value={role}
            disabled={disabled}
            onChange={(event) => set({ role: event.target.value })}
          />
        </Field>
        <Field label="Agency" name="agencyId" error={errorOf('agencyId')}>
          <AgencyCombobox value={agency} disabled={disabled} onChange={(chosen) => set({ agency: chosen })} />
        </Field>
      </div>
      {contact === null && (
        <Field label="E-mail" name="emails.0.address" error={errorOf('emails.0.address')}>
          <Input value={email} maxLength={400} onChange={(event) => set({ email: event.target.value })} />
        </Field>
      )}
      <Field label="Note" name="note" error={errorOf('note')}>
        <Textarea
          rows={2}
          value={note}
          maxLength={5000}
          disabled={disabled}
          onChange={(event) => set({ note: event.target.value })}
        />
      </Field>
      {!disabled && (
        <FormButtons of="contact" isNew={contact === null} kept={kept} pending={pending} onThrowAway={clear} />
      )}
    </form>
  );
}

/** Creates the contact, or saves what it is by now. */
async function write(slug: string, contact: ContactDto | null, { name, role, agency, note, email }: Values) {
  const facts = { name, role, agencyId: agency?.id ?? null, note: note.trim() === '' ? null : note };
  if (!contact) {
    const emails = email.trim() === '' ? [] : [{ address: email.trim() }];
    return createContact(slug, { ...facts, emails });
  }
  const saved = await updateContact(slug, { id: contact.id, version: contact.version, ...facts });
  return saved.ok ? { ok: true as const, data: { id: contact.id } } : saved;
}

interface AgencyComboboxProps {
  value: { id: string; name: string } | null;
  disabled: boolean;
  onChange: (agency: { id: string; name: string } | null) => void;
}

/** One of the agencies, or a new one by its name. */
function AgencyCombobox({ value, disabled, onChange }: AgencyComboboxProps) {
  const { slug } = useWorkspace();
  const find = useCallback(
    async (query: string): Promise<readonly ComboboxOption[]> => {
      const { data } = await callRead<{ data: AgencyDto[] }>(
        { workspace: slug, name: 'find-agencies' },
        { limit: 200 },
      );
      return data
        .filter(({ name }) => foldText(name).includes(foldText(query)))
        .map(({ id, name }) => ({ value: id, label: name }));
    },
    [slug],
  );
  const create = async (name: string) => {
    const made = await createAgency(slug, { name });
    if (made.ok) onChange({ id: made.data.id, name });
    else notify.failed('The agency was not added', { description: made.error.message });
  };
  return (
    <Combobox
      placeholder="None"
      loadOptions={find}
      value={value && { value: value.id, label: value.name }}
      disabled={disabled}
      onValueChange={(option) => onChange(option && { id: option.value, name: option.label })}
      onCreate={(name) => void create(name)}
    />
  );
}
