'use client';

import { customFieldTypeLabels } from '@/features/creators/components/labels.data';
import { WordsField } from '@/features/creators/components/record/words-field';
import { createCustomField, updateCustomField } from '@/features/creators/custom-field-actions';
import { CUSTOM_FIELD_TYPES, type CustomFieldType } from '@/features/creators/model/vocabulary';
import type { CustomFieldDto } from '@/features/creators/schemas/custom-field';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { FormErrorSummary } from '@/ui/form-error-summary';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { useWorkspace } from '@/ui/shell/workspace-scope';
import { useKeptValues } from '@/ui/use-kept-values';
import { useSubmit } from '@/ui/use-submit';

const typeOptions = CUSTOM_FIELD_TYPES.map((value) => ({ value, label: customFieldTypeLabels[value] }));

type Values = Pick<CustomFieldDto, 'label' | 'type' | 'options'>;

const nothing: Values = { label: '', type: 'text', options: [] };

/** A new custom field, or another name and other options for one; its type stays, or its values would lose their meaning. */
export function CustomFieldDialog({ field, onClose }: { field: CustomFieldDto | null; onClose: () => void }) {
  const { slug } = useWorkspace();
  const draftKey = field ? `custom-field:${field.id}` : 'new-custom-field';
  const { values, set, clear, kept } = useKeptValues<Values>(draftKey, field ?? nothing);
  const { label, type, options } = values;
  const { pending, errors, message, errorOf, submit } = useSubmit();
  const offers = type.endsWith('select');
  const save = async () => {
    const facts = { label, ...(offers && { options }) };
    const done = await submit(() =>
      field
        ? updateCustomField(slug, { id: field.id, version: field.version, ...facts })
        : createCustomField(slug, { type, ...facts }),
    );
    if (done) leave();
  };
  const leave = () => {
    clear();
    onClose();
  };
  const words = field
    ? { title: 'Change the field', save: 'Save', typeHint: 'It stays: values would lose their meaning.' }
    : { title: 'New field of creators', save: 'Add field', typeHint: 'It cannot be changed later.' };
  const footer = (
    <>
      <Button onClick={leave}>{kept ? 'Throw away' : 'Cancel'}</Button>
      <Button variant="primary" type="submit" form="custom-field" pending={pending}>
        {words.save}
      </Button>
    </>
  );
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={words.title} footer={footer}>
      <form
        noValidate
        id="custom-field"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <FormErrorSummary errors={errors} {...(message && { message })} />
        <Field label="Name" name="label" required error={errorOf('label')}>
          <Input value={label} maxLength={100} onChange={(event) => set({ label: event.target.value })} />
        </Field>
        <Field label="Type" name="type" error={errorOf('type')} hint={words.typeHint}>
          <Select
            options={typeOptions}
            value={type}
            disabled={field !== null}
            onChange={(event) => set({ type: event.target.value as CustomFieldType })}
          />
        </Field>
        {offers && (
          <WordsField
            label="What it offers"
            name="options"
            words={options}
            error={errorOf('options')}
            onChange={(offered) => set({ options: offered })}
          />
        )}
      </form>
    </Dialog>
  );
}
