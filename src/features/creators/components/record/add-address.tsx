'use client';

import { useState } from 'react';
import { addEmail, addPhone } from '@/features/creators/account-actions';
import { legalBasisLabels } from '@/features/creators/components/labels.data';
import { useRecord, type Refusal } from '@/features/creators/components/record/record-scope';
import { LEGAL_BASES } from '@/features/creators/model/vocabulary';
import { Button } from '@/ui/button';
import { Callout } from '@/ui/callout';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { useWorkspace } from '@/ui/shell/workspace-scope';

const basisOptions = LEGAL_BASES.map((value) => ({ value, label: legalBasisLabels[value] ?? value }));

/** One more e-mail address (with where it is from and why it may be used) or phone. */
export function AddAddress({ kind }: { kind: 'email' | 'phone' }) {
  const { slug } = useWorkspace();
  const { record, save } = useRecord();
  const [text, setText] = useState('');
  const [source, setSource] = useState('');
  const [legalBasis, setLegalBasis] = useState('unknown');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const doubtful = refusal?.reason === 'possible_duplicate';
  const mail = kind === 'email';
  const add = async () => {
    if (text.trim() === '') return;
    const from = source.trim() === '' ? {} : { source: source.trim() };
    const creatorId = record.id;
    const refused = await save(() =>
      mail
        ? addEmail(slug, { creatorId, email: { address: text, legalBasis, ...from }, allowDuplicate: doubtful })
        : addPhone(slug, { creatorId, phone: { number: text, ...from } }),
    );
    setRefusal(refused);
    if (!refused) setText('');
  };
  const label = mail ? 'New e-mail address' : 'New phone number';
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div className="flex flex-wrap items-start gap-2">
        <Field
          label={label}
          hideLabel
          className="min-w-48 flex-1"
          name={`new.${kind}`}
          error={doubtful ? undefined : sentenceOf(refusal)}
        >
          <Input
            type={mail ? 'text' : 'tel'}
            placeholder={mail ? 'name@example.com' : '+49 …'}
            value={text}
            maxLength={400}
            onChange={(event) => {
              setText(event.target.value);
              setRefusal(null);
            }}
          />
        </Field>
        {text !== '' && (
          <Origin
            mail={mail}
            source={source}
            legalBasis={legalBasis}
            onSource={setSource}
            onLegalBasis={setLegalBasis}
          />
        )}
        <Button type="submit">{doubtful ? 'Add anyway' : 'Add'}</Button>
      </div>
      {doubtful && <Callout tone="attention">{refusal.message}</Callout>}
    </form>
  );
}

interface OriginProps {
  mail: boolean;
  source: string;
  legalBasis: string;
  onSource: (source: string) => void;
  onLegalBasis: (legalBasis: string) => void;
}

/** Where an address is from and why it may be used. */
function Origin({ mail, source, legalBasis, onSource, onLegalBasis }: OriginProps) {
  return (
    <>
      <Input
        aria-label="Where it is from"
        className="w-40"
        placeholder="Where is it from?"
        value={source}
        maxLength={255}
        onChange={(event) => onSource(event.target.value)}
      />
      {mail && (
        <Select
          aria-label="Legal basis"
          className="w-40"
          options={basisOptions}
          value={legalBasis}
          onChange={(event) => onLegalBasis(event.target.value)}
        />
      )}
    </>
  );
}

function sentenceOf(refusal: Refusal | null): string | undefined {
  return refusal?.fields[0]?.message ?? refusal?.message;
}
