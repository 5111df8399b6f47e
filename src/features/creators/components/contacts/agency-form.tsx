'use client';

import { FormButtons } from '@/features/creators/components/contacts/form-buttons';
import { createAgency, updateAgency } from '@/features/creators/contact-actions';
import type { AgencyDto } from '@/features/creators/schemas/contact';
import { Field } from '@/ui/field';
import { FormErrorSummary } from '@/ui/form-error-summary';
import { Input } from '@/ui/input';
import { notify } from '@/ui/notify';
import { useWorkspace } from '@/ui/shell/workspace-scope';
import { Textarea } from '@/ui/textarea';
import { useKeptValues } from '@/ui/use-kept-values';
import { useSubmit } from '@/ui/use-submit';

interface AgencyFormProps {
  /** Null: a new one. */
  agency: AgencyDto | null;
  onSaved: (id: string) => void;
}

interface Values {
  name: string;
  website: string;
  note: string;
}

const nothing: Values = { name: '', website: '', note: '' };

/** What an agency is called and where it is found. */
export function AgencyForm({ agency, onSaved }: AgencyFormProps) {
  const { slug, can } = useWorkspace();
  const given: Values = agency ? { ...agency, website: agency.website ?? '', note: agency.note ?? '' } : nothing;
  const { values, set, clear, kept } = useKeptValues(agency ? `agency:${agency.id}` : 'new-agency', given);
  const { pending, errors, message, errorOf, submit } = useSubmit();
  const disabled = !can('contact.update');
  const save = async () => {
    let id = '';
    const done = await submit(async () => {
      const saved = await write(slug, agency, values);
      if (saved.ok) id = saved.data.id;
      return saved;
    });
    if (!done) return;
    clear();
    notify.done(agency ? 'Saved' : `${values.name} was added`);
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
          value={values.name}
          maxLength={200}
          disabled={disabled}
          onChange={(event) => set({ name: event.target.value })}
        />
      </Field>
      <Field label="Website" name="website" error={errorOf('website')}>
        <Input
          placeholder="https://…"
          value={values.website}
          maxLength={2048}
          disabled={disabled}
          onChange={(event) => set({ website: event.target.value })}
        />
      </Field>
      <Field label="Note" name="note" error={errorOf('note')}>
        <Textarea
          rows={2}
          value={values.note}
          maxLength={5000}
          disabled={disabled}
          onChange={(event) => set({ note: event.target.value })}
        />
      </Field>
      {!disabled && (
        <FormButtons of="agency" isNew={agency === null} kept={kept} pending={pending} onThrowAway={clear} />
      )}
    </form>
  );
}

/** Creates the agency, or saves what it is by now. */
async function write(slug: string, agency: AgencyDto | null, { name, website, note }: Values) {
  const facts = { name, website: withScheme(website), note: note.trim() === '' ? null : note };
  if (!agency) return createAgency(slug, facts);
  const saved = await updateAgency(slug, { id: agency.id, version: agency.version, ...facts });
  return saved.ok ? { ok: true as const, data: { id: agency.id } } : saved;
}

/** `agency.example` is meant as `https://agency.example`; nothing typed is none. */
function withScheme(website: string): string | null {
  const typed = website.trim();
  if (typed === '') return null;
  return /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`;
}
