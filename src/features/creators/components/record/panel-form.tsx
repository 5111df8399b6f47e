'use client';

import { useId, useState, type ReactNode } from 'react';
import { useRecord, type Answer } from '@/features/creators/components/record/record-scope';
import type { CreatorRecord } from '@/features/creators/schemas/creator-record';
import { Button } from '@/ui/button';
import { cn } from '@/ui/cn';
import { Dialog } from '@/ui/dialog';
import { FormErrorSummary } from '@/ui/form-error-summary';
import { Sheet } from '@/ui/sheet';
import { useKeptValues } from '@/ui/use-kept-values';

export interface Problem {
  path: string;
  message: string;
}

/** A write, with what the record shows until it is done; or what must be put right before anything is sent. */
type Saving =
  | { write: () => Promise<Answer>; shown?: Partial<CreatorRecord>; onSaved?: () => void }
  | { problems: readonly Problem[] };

interface PanelFormProps<Values extends object> {
  title: string;
  description?: string;
  /** Beside the record, or in the middle of everything. */
  frame?: 'sheet' | 'dialog';
  /** Under it what was typed is kept in this browser until it is saved or thrown away. */
  draftKey: string;
  initial: Values;
  saveLabel?: string;
  /** Answers what there is to save, or null for nothing. */
  onSave: (values: Values) => Saving | null;
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
  const { title, description, frame = 'sheet', draftKey, initial, saveLabel = 'Save', onSave, onClose } = props;
  const id = useId();
  const { values, set, clear, kept } = useKeptValues(draftKey, initial);
  const leave = () => {
    clear();
    onClose();
  };
  const { submit, errors, message, pending } = useSaving(() => onSave(values), leave);
  const errorOf = (path: string) => errors.find((error) => error.path === path)?.message;
  const footer = (
    <>
      <Button onClick={leave}>{kept ? 'Throw away' : 'Cancel'}</Button>
      <Button variant="primary" type="submit" form={id} pending={pending}>
        {saveLabel}
      </Button>
    </>
  );
  const panel = { open: true, onOpenChange: (open: boolean) => !open && onClose(), title, description, footer };
  const form = (
    <form
      noValidate
      id={id}
      className={cn('flex flex-col gap-4', frame === 'sheet' && 'p-4')}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <FormErrorSummary errors={errors} {...(errors.length === 0 && message && { message })} />
      {props.children({ values, set, errorOf })}
    </form>
  );
  return frame === 'dialog' ? (
    <Dialog {...panel}>{form}</Dialog>
  ) : (
    <Sheet {...panel} modal>
      {form}
    </Sheet>
  );
}

function useSaving(read: () => Saving | null, leave: () => void) {
  const { save } = useRecord();
  const [errors, setErrors] = useState<readonly Problem[]>([]);
  const [message, setMessage] = useState<string | undefined>();
  const [pending, setPending] = useState(false);
  const submit = async () => {
    const saving = read();
    if (!saving) {
      leave();
      return;
    }
    if ('problems' in saving) {
      setErrors(saving.problems);
      return;
    }
    setPending(true);
    const refusal = await save(saving.write, saving.shown);
    setPending(false);
    setErrors(refusal?.fields ?? []);
    setMessage(refusal?.message);
    if (refusal) return;
    saving.onSaved?.();
    leave();
  };
  return { submit, errors, message, pending };
}
