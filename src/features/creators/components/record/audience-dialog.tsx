'use client';

import { useState } from 'react';
import { recordAudienceSnapshot } from '@/features/creators/account-actions';
import { readNumber, tidy } from '@/features/creators/components/read-number';
import { dayOf, instantOf } from '@/features/creators/components/record/day-of';
import { OriginFields } from '@/features/creators/components/record/origin-fields';
import { useRecord } from '@/features/creators/components/record/record-scope';
import {
  readShares,
  ShareFields,
  type ShareGroup,
  type ShareRow,
} from '@/features/creators/components/record/share-fields';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { FormErrorSummary } from '@/ui/form-error-summary';
import { Input } from '@/ui/input';
import { notify } from '@/ui/notify';
import { useNow, useWorkspace } from '@/ui/shell/workspace-scope';
import { useKeptValues } from '@/ui/use-kept-values';

type Rows = Record<ShareGroup, ShareRow[]>;

const groups: ShareGroup[] = ['countries', 'ages', 'genders', 'languages'];
const noRows: Rows = { countries: [], ages: [], genders: [], languages: [] };

interface AudienceDialogProps {
  handle: { id: string; title: string };
  onClose: () => void;
}

/** Who follows an account, as a source reported it on a day: shares in percent, as far as they are known. */
export function AudienceDialog({ handle, onClose }: AudienceDialogProps) {
  const { slug } = useWorkspace();
  const { save } = useRecord();
  const now = useNow();
  const empty = { day: dayOf(now), source: '', rows: noRows, real: '' };
  const { values, set, clear, kept } = useKeptValues(`audience:${handle.id}`, empty);
  const { day, source, rows, real } = values;
  const [errors, setErrors] = useState<readonly { path: string; message: string }[]>([]);
  const [pending, setPending] = useState(false);
  const errorOf = (path: string) => errors.find((error) => error.path === path)?.message;
  const add = async () => {
    const { snapshot, problems } = readSnapshot(rows, real);
    const found = [...missingOrigin(values), ...problems];
    setErrors(found);
    if (found.length > 0) return;
    setPending(true);
    const report = { handleId: handle.id, asOf: instantOf(day, now), source, ...snapshot };
    const refusal = await save(() => recordAudienceSnapshot(slug, report));
    setPending(false);
    if (refusal) {
      setErrors(refusal.fields);
      return;
    }
    notify.done('The audience was added');
    leave();
  };
  const leave = () => {
    clear();
    onClose();
  };
  const footer = (
    <>
      <Button onClick={leave}>{kept ? 'Throw away' : 'Cancel'}</Button>
      <Button variant="primary" type="submit" form="audience" pending={pending}>
        Add audience
      </Button>
    </>
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Audience of ${handle.title}`}
      description="In percent of the followers; leave out what was not reported."
      footer={footer}
    >
      <form
        noValidate
        id="audience"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <FormErrorSummary errors={errors} />
        <OriginFields day={day} source={source} latest={dayOf(now)} errorOf={errorOf} onChange={set} />
        {groups.map((group) => (
          <ShareFields
            key={group}
            group={group}
            rows={rows[group]}
            errorOf={errorOf}
            onChange={(next) => set({ rows: { ...rows, [group]: next } })}
          />
        ))}
        <Field label="Judged real, %" name="authenticity" error={errorOf('authenticity')} className="w-40">
          <Input
            inputMode="decimal"
            className="num"
            value={real}
            maxLength={10}
            onChange={(event) => set({ real: event.target.value })}
          />
        </Field>
      </form>
    </Dialog>
  );
}

interface Problem {
  path: string;
  message: string;
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

function missingOrigin({ day, source }: { day: string; source: string }): Problem[] {
  return [
    ...(day === '' ? [{ path: 'asOf', message: 'Say on which day it was reported.' }] : []),
    ...(source.trim() === '' ? [{ path: 'source', message: 'Say who reported it.' }] : []),
  ];
}
