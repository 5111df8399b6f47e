'use client';

import { createQuote } from '@/features/creators/note-actions';
import { currencies } from '@/features/creators/components/currencies.data';
import { dayOf } from '@/features/creators/components/record/day-of';
import { PanelForm } from '@/features/creators/components/record/panel-form';
import { useRecord } from '@/features/creators/components/record/record-scope';
import { DateField } from '@/ui/date-field';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { MoneyField, type MoneyValue } from '@/ui/money-field';
import { notify } from '@/ui/notify';
import { RadioGroup } from '@/ui/radio-group';
import { useNow, useWorkspace } from '@/ui/shell/workspace-scope';
import { useStoredText } from '@/ui/use-stored-text';

const nothing = { kind: 'asked', format: '', fee: null as MoneyValue | null, usage: '', note: '' };

const formats = ['Reel', 'Story set', 'TikTok', 'Long video', 'Short', 'Carousel', 'Podcast episode', 'Blog post'];

/** A fee in two clicks: the format, then save; everything else is guessed and can be changed. */
export function QuoteDialog({ onClose }: { onClose: () => void }) {
  const { slug } = useWorkspace();
  const { record } = useRecord();
  const now = useNow();
  const last = record.quotes?.[0];
  const initial = { ...nothing, saidBy: record.displayName, quotedOn: dayOf(now) };
  const [usual, setUsual] = useStoredText('rapport.currency');
  const first = last?.currency ?? usual ?? currencies[0];
  const onSave = ({ kind, format, fee, ...more }: typeof initial) => {
    if (!fee) return { problems: [{ path: 'amountMinor', message: 'Enter the amount.' }] };
    const facts = Object.fromEntries(Object.entries(more).filter(([, text]) => text.trim() !== ''));
    return {
      write: () => createQuote(slug, { creatorId: record.id, kind, format, ...fee, ...facts }),
      onSaved: () => {
        setUsual(fee.currency);
        notify.done('The quote was logged');
      },
    };
  };
  return (
    <PanelForm
      frame="dialog"
      title="Log a quote"
      draftKey={`quote:${record.id}`}
      initial={initial}
      saveLabel="Log quote"
      onSave={onSave}
      onClose={onClose}
    >
      {({ values, set, errorOf }) => (
        <>
          <Field label="Fee" name="amountMinor" required error={errorOf('amountMinor')}>
            <MoneyField
              currencies={beginningWith(values.fee?.currency ?? first)}
              defaultValue={values.fee}
              onValueChange={(next) => set({ fee: next })}
            />
          </Field>
          <RadioGroup
            legend="It was"
            orientation="horizontal"
            value={values.kind}
            onValueChange={(next) => set({ kind: next })}
            options={[
              { value: 'asked', label: 'Asked' },
              { value: 'agreed', label: 'Agreed' },
            ]}
          />
          <Field label="Format" name="format" required error={errorOf('format')}>
            <Input
              list="quote-formats"
              value={values.format}
              maxLength={255}
              onChange={(event) => set({ format: event.target.value })}
            />
          </Field>
          <datalist id="quote-formats">
            {formats.map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
          <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
            <Field label="Said by" name="saidBy" error={errorOf('saidBy')}>
              <Input value={values.saidBy} maxLength={255} onChange={(event) => set({ saidBy: event.target.value })} />
            </Field>
            <Field label="On" name="quotedOn" required error={errorOf('quotedOn')}>
              <DateField value={values.quotedOn} onValueChange={(quotedOn) => set({ quotedOn })} />
            </Field>
          </div>
          <Field label="Usage it includes" name="usage" error={errorOf('usage')}>
            <Input
              placeholder="Such as: organic, 6 months"
              value={values.usage}
              maxLength={1000}
              onChange={(event) => set({ usage: event.target.value })}
            />
          </Field>
          <Field label="Note" name="note" error={errorOf('note')}>
            <Input value={values.note} maxLength={5000} onChange={(event) => set({ note: event.target.value })} />
          </Field>
        </>
      )}
    </PanelForm>
  );
}

function beginningWith(first: string): [string, ...string[]] {
  return [first, ...currencies.filter((currency) => currency !== first)];
}
