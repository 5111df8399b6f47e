'use client';

import { setDoNotContact } from '@/features/creators/actions';
import { PanelForm } from '@/features/creators/components/record/panel-form';
import { useRecord } from '@/features/creators/components/record/record-scope';
import { Callout } from '@/ui/callout';
import { Field } from '@/ui/field';
import { Textarea } from '@/ui/textarea';
import { useWorkspace } from '@/ui/shell/workspace-scope';

/** Puts a creator on do-not-contact with the reason, or lifts it. */
export function DoNotContactForm({ onClose }: { onClose: () => void }) {
  const { slug } = useWorkspace();
  const { record } = useRecord();
  const lifting = record.doNotContact;
  const onSave = ({ reason }: { reason: string }) => {
    const change = { doNotContact: !lifting, reason: lifting || reason.trim() === '' ? null : reason.trim() };
    return {
      write: () => setDoNotContact(slug, { id: record.id, ...change }),
      shown: { doNotContact: change.doNotContact, doNotContactReason: change.reason },
    };
  };
  return (
    <PanelForm
      title={lifting ? 'Lift do not contact' : 'Do not contact'}
      draftKey={`dnc:${record.id}`}
      initial={{ reason: '' }}
      saveLabel={lifting ? 'Lift it' : 'Do not contact'}
      onSave={onSave}
      onClose={onClose}
    >
      {({ values, set, errorOf }) =>
        lifting ? (
          <Callout tone="attention" title={`${record.displayName} can be written to again`}>
            {record.doNotContactReason ? `The reason was: ${record.doNotContactReason}` : 'No reason was given.'}
          </Callout>
        ) : (
          <>
            <p className="text-ink-2">
              Nothing leaves to {record.displayName} on any channel, whoever sends it, until someone lifts it.
            </p>
            <Field label="Reason" name="reason" hint="The next colleague will read it." error={errorOf('reason')}>
              <Textarea
                rows={3}
                maxLength={1000}
                value={values.reason}
                onChange={(event) => set({ reason: event.target.value })}
              />
            </Field>
          </>
        )
      }
    </PanelForm>
  );
}
