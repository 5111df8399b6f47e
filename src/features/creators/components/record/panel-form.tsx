'use client';

import { useState, type ReactNode } from 'react';
import { useRecord, type Answer } from '@/features/creators/components/record/record-scope';
import type { CreatorRecord } from '@/features/creators/schemas/creator-record';
import { Button } from '@/ui/button';
import { FormErrorSummary } from '@/ui/form-error-summary';
import { Sheet } from '@/ui/sheet';
import { useKeptValues } from '@/ui/use-kept-values';

interface PanelFormProps<Values extends object> {
  title: string;
  /** Under it what was typed is kept in this browser until it is saved or thrown away. */
  draftKey: string;
  initial: Values;
  saveLabel?: string;
  /** Saves; answers nothing where there is nothing to save. */
  onSave: (values: Values) => { write: () => Promise<Answer>; shown?: Partial<CreatorRecord> } | null;
  onClose: () => void;
  children: (form: PanelFormState<Values>) => ReactNode;
}

export interface PanelFormState<Values> {
  values: Values;
  set: (change: Partial<Values>) => void;
  errorOf: (path: string) => string | undefined;
}

/** A form over the record. What was typed outlives a refusal, a reload and the end of the session. */
export function PanelForm<Values extends object>(props: PanelFormProps<Values>) {
  const { title, draftKey, initial, saveLabel = 'Save', onSave, onClose, children } = props;
  const { save } = useRecord();
  const { values, set, clear, kept } = useKeptValues(draftKey, initial);
  const [errors, setErrors] = useState<{ path: string; message: string }[]>([]);
  const [message, setMessage] = useState<string | undefined>();
  const [pending, setPending] = useState(false);

  const submit = async () => {
    const change = onSave(values);
    if (!change) {
      leave();
      return;
    }
    setPending(true);
    const refusal = await save(change.write, change.shown);
    setPending(false);
    setErrors(refusal?.fields ?? []);
    setMessage(refusal?.message);
    if (!refusal) leave();
  };
  const leave = () => {
    clear();
    onClose();
  };
  const footer = (
    <>
      <Button onClick={leave}>{kept ? 'Throw away' : 'Cancel'}</Button>
      <Button variant="primary" pending={pending} onClick={() => void submit()}>
        {saveLabel}
      </Button>
    </>
  );
  const errorOf = (path: string) => errors.find((error) => error.path === path)?.message;
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()} title={title} modal footer={footer}>
      <form
        className="flex flex-col gap-4 p-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <FormErrorSummary errors={errors} {...(errors.length === 0 && message && { message })} />
        {children({ values, set, errorOf })}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Sheet>
  );
}
