'use client';

import { recordAudienceSnapshot } from '@/features/creators/account-actions';
import { readNumber, tidy } from '@/features/creators/components/read-number';
import { dayOf, instantOf } from '@/features/creators/components/record/day-of';
import { missingOrigin, OriginFields, type Origin } from '@/features/creators/components/record/origin-fields';
import { PanelForm, type Problem } from '@/features/creators/components/record/panel-form';
import {
  readShares,
  ShareFields,
  type ShareGroup,
  type ShareRow,
} from '@/features/creators/components/record/share-fields';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { notify } from '@/ui/notify';
import { useNow, useWorkspace } from '@/ui/shell/workspace-scope';

type Rows = Record<ShareGroup, ShareRow[]>;
type Values = Origin & { rows: Rows; real: string };

const groups: ShareGroup[] = ['countries', 'ages', 'genders', 'languages'];
const noRows: Rows = { countries: [], ages: [], genders: [], languages: [] };

interface AudienceDialogProps {
  handle: { id: string; title: string };
  onClose: () => void;
}

/** Who follows an account, as a source reported it on a day: shares in percent, as far as they are known. */
export function AudienceDialog({ handle, onClose }: AudienceDialogProps) {
  const { slug } = useWorkspace();
  const now = useNow();
  const today = dayOf(now);
  const onSave = ({ day, source, rows, real }: Values) => {
    const { snapshot, problems } = readSnapshot(rows, real);
    const found = [...missingOrigin({ day, source }), ...problems];
    if (found.length > 0) return { problems: found };
    const report = { handleId: handle.id, asOf: instantOf(day, now), source, ...snapshot };
    return {
      write: () => recordAudienceSnapshot(slug, report),
      onSaved: () => notify.done('The audience was added'),
    };
  };
  return (
    <PanelForm<Values>
      frame="dialog"
      title={`Audience of ${handle.title}`}
      description="In percent of the followers; leave out what was not reported."
      draftKey={`audience:${handle.id}`}
      initial={{ day: today, source: '', rows: noRows, real: '' }}
      saveLabel="Add audience"
      onSave={onSave}
      onClose={onClose}
    >
      {({ values, set, errorOf }) => (
        <>
          <OriginFields origin={values} latest={today} errorOf={errorOf} onChange={set} />
          {groups.map((group) => (
            <ShareFields
              key={group}
              group={group}
              rows={values.rows[group]}
              errorOf={errorOf}
              onChange={(next) => set({ rows: { ...values.rows, [group]: next } })}
            />
          ))}
          <Field label="Judged real, %" name="authenticity" error={errorOf('authenticity')} className="w-40">
            <Input
              inputMode="decimal"
              className="num"
              value={values.real}
              maxLength={10}
              onChange={(event) => set({ real: event.target.value })}
            />
          </Field>
        </>
      )}
    </PanelForm>
  );
}

function readSnapshot(rows: Rows, real: string): { snapshot: object; problems: Problem[] } {
  const problems: Problem[] = [];
  const snapshot: Record<string, object | number> = {};
  for (const group of groups) {
    const read = readShares(group, rows[group]);
    problems.push(...read.problems);
    if (Object.keys(read.shares).length > 0) snapshot[group] = read.shares;
  }
  if (real.trim() !== '') {
    const share = readNumber(real);
    if (share === undefined || share > 100) {
      problems.push({ path: 'authenticity', message: 'Judged real must be a percentage from 0 to 100.' });
    } else snapshot['authenticity'] = tidy(share / 100);
  }
  if (problems.length === 0 && Object.keys(snapshot).length === 0) {
    problems.push({ path: 'authenticity', message: 'Enter at least one share.' });
  }
  return { snapshot, problems };
}
