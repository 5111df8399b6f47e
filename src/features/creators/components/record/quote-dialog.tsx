'use client';

import { useState } from 'react';
import { createQuote } from '@/features/creators/note-actions';
import { currencies } from '@/features/creators/components/currencies.data';
import { dayOf } from '@/features/creators/components/record/day-of';
import { useRecord } from '@/features/creators/components/record/record-scope';
import { Button } from '@/ui/button';
import { DateField } from '@/ui/date-field';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { FormErrorSummary } from '@/ui/form-error-summary';
import { Input } from '@/ui/input';
import { MoneyField, type MoneyValue } from '@/ui/money-field';
import { notify } from '@/ui/notify';
import { RadioGroup } from '@/ui/radio-group';
import { useNow, useWorkspace } from '@/ui/shell/workspace-scope';
import { useKeptValues } from '@/ui/use-kept-values';
import { useStoredText } from '@/ui/use-stored-text';

const nothing = { kind: 'asked', format: '', fee: null as MoneyValue | null, usage: '', note: '' };

const formats = ['Reel', 'Story set', 'TikTok', 'Long video', 'Short', 'Carousel', 'Podcast episode', 'Blog post'];

/** A fee in two clicks: the format, then save; everything else is guessed and can be changed. */
export function QuoteDialog({ onClose }: { onClose: () => void }) {
  const { slug } = useWorkspace();
  const { record, save } = useRecord();
  const now = useNow();
  const last = record.quotes?.[0];
  const guessed = { saidBy: record.displayName, quotedOn: dayOf(now) };
  const { values, set, clear, kept } = useKeptValues(`quote:${record.id}`, { ...nothing, ...guessed });
  const { kind, format, fee, ...more } = values;
  const [usual, setUsual] = useStoredText('rapport.currency');
  const [errors, setErrors] = useState<{ path: string; message: string }[]>([]);
  const [pending, setPending] = useState(false);
  const first = fee?.currency ?? last?.currency ?? usual ?? currencies[0];
  const choices: [string, ...string[]] = [first, ...currencies.filter((currency) => currency !== first)];
  const errorOf = (path: string) => errors.find((error) => error.path === path)?.message;
  const change = (name: keyof typeof more) => (text: string) => set({ [name]: text });

  const log = async () => {
    if (!fee) {
      setErrors([{ path: 'amountMinor', message: 'Enter the amount.' }]);
      return;
    }
    setPending(true);
    const facts = Object.fromEntries(Object.entries(more).filter(([, text]) => text.trim() !== ''));
    const refusal = await save(() => createQuote(slug, { creatorId: record.id, kind, format, ...fee, ...facts }));
    setPending(false);
    if (refusal) {
      setErrors(refusal.fields);
      return;
    }
    setUsual(fee.currency);
    notify.done('The quote was logged');
    leave();
  };
  const leave = () => {
    clear();
    onClose();
  };
  const footer = (
    <>
      <Button onClick={leave}>{kept ? 'Throw away' : 'Cancel'}</Button>
      <Button variant="primary" pending={pending} onClick={() => void log()}>
        Log quote
      </Button>
    </>
  );
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Log a quote" footer={footer}>
      <div className="flex flex-col gap-4">
        {errors.length > 0 && <FormErrorSummary errors={errors} />}
        <Field label="Fee" name="amountMinor" required error={errorOf('amountMinor')}>
          <MoneyField currencies={choices} defaultValue={fee} onValueChange={(next) => set({ fee: next })} />
        </Field>
        <RadioGroup
          legend="It was"
          orientation="horizontal"
          value={kind}
          onValueChange={(next) => set({ kind: next })}
          options={[
            { value: 'asked', label: 'Asked' },
            { value: 'agreed', label: 'Agreed' },
          ]}
        />
        <Field label="Format" name="format" required error={errorOf('format')}>
          <Input
            list="quote-formats"
            value={format}
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
            <Input value={more.saidBy} maxLength={255} onChange={(event) => change('saidBy')(event.target.value)} />
          </Field>
          <Field label="On" name="quotedOn" required error={errorOf('quotedOn')}>
            <DateField value={more.quotedOn} onValueChange={change('quotedOn')} />
          </Field>
        </div>
        <Field label="Usage it includes" name="usage" error={errorOf('usage')}>
          <Input
            placeholder="Such as: organic, 6 months"
            value={more.usage}
            maxLength={1000}
            onChange={(event) => change('usage')(event.target.value)}
          />
        </Field>
        <Field label="Note" name="note" error={errorOf('note')}>
          <Input value={more.note} maxLength={5000} onChange={(event) => change('note')(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
