'use client';

import { setMinor } from '@/features/creators/actions';
import { PanelForm } from '@/features/creators/components/record/panel-form';
import { useRecord } from '@/features/creators/components/record/record-scope';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';
import { Switch } from '@/ui/switch';
import { useWorkspace } from '@/ui/shell/workspace-scope';

/** Whether a creator is a minor, and who of the people around them is the guardian. */
export function MinorForm({ onClose }: { onClose: () => void }) {
  const { slug } = useWorkspace();
  const { record } = useRecord();
  const initial = { isMinor: record.isMinor, guardianId: record.guardian?.id ?? '' };
  const people = [
    ...record.contacts.map(({ id, name }) => ({ value: id, label: name })),
    ...(record.guardian && !record.contacts.some(({ id }) => id === record.guardian?.id)
      ? [{ value: record.guardian.id, label: record.guardian.name }]
      : []),
  ];
  return (
    <PanelForm
      title="Minor and guardian"
      draftKey={`minor:${record.id}`}
      initial={initial}
      onSave={({ isMinor, guardianId }) => ({
        write: () => setMinor(slug, { id: record.id, isMinor, guardianId: guardianId === '' ? null : guardianId }),
      })}
      onClose={onClose}
    >
      {({ values, set, errorOf }) => (
        <>
          <p className="text-ink-2">
            Messages about a minor go to their guardian. Until one is named, nobody can write and nothing can be signed.
          </p>
          <Switch label="Is a minor" checked={values.isMinor} onCheckedChange={(isMinor) => set({ isMinor })} />
          {values.isMinor && (
            <Field
              label="Guardian"
              name="guardianId"
              hint={people.length === 0 ? 'Add the guardian under Contact → People around first.' : undefined}
              error={errorOf('guardianId')}
            >
              <Select
                placeholder="Not named yet"
                options={people}
                value={values.guardianId}
                onChange={(event) => set({ guardianId: event.target.value })}
              />
            </Field>
          )}
        </>
      )}
    </PanelForm>
  );
}
