'use client';

import { updateCreator } from '@/features/creators/actions';
import { CustomFieldsFields } from '@/features/creators/components/record/custom-fields-fields';
import { DetailsFields } from '@/features/creators/components/record/details-fields';
import { changedDetails, toDetails, type Details } from '@/features/creators/components/record/details-values';
import { PanelForm } from '@/features/creators/components/record/panel-form';
import { useRecord } from '@/features/creators/components/record/record-scope';
import type { CreatorVocabulary } from '@/features/creators/schemas/creator-vocabulary';
import { useWorkspace } from '@/ui/shell/workspace-scope';

interface DetailsFormProps {
  customFields: CreatorVocabulary['customFields'];
  onClose: () => void;
}

/** Every field of a creator that has no place of its own. Only what was changed is sent. */
export function DetailsForm({ customFields, onClose }: DetailsFormProps) {
  const { slug } = useWorkspace();
  const { record } = useRecord();
  const initial = toDetails(record);
  const onSave = (details: Details) => {
    const changes = changedDetails(initial, details);
    if (Object.keys(changes).length === 0) return null;
    return { write: () => updateCreator(slug, { id: record.id, version: record.version, ...changes }) };
  };
  return (
    <PanelForm
      title={`Details of ${record.displayName}`}
      draftKey={`details:${record.id}`}
      initial={initial}
      onSave={onSave}
      onClose={onClose}
    >
      {(form) => (
        <>
          <DetailsFields form={form} personal={record.emails !== null} />
          <CustomFieldsFields
            customFields={customFields}
            values={form.values.custom}
            errorOf={form.errorOf}
            onChange={(custom) => form.set({ custom })}
          />
        </>
      )}
    </PanelForm>
  );
}
