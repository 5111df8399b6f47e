'use client';

import { useState } from 'react';
import { recordHandleMetrics } from '@/features/creators/account-actions';
import { metricLabels } from '@/features/creators/components/labels.data';
import { readNumber, tidy } from '@/features/creators/components/read-number';
import { dayOf, instantOf } from '@/features/creators/components/record/day-of';
import { OriginFields } from '@/features/creators/components/record/origin-fields';
import { useRecord } from '@/features/creators/components/record/record-scope';
import { HANDLE_METRICS, type HandleMetricName } from '@/features/creators/model/vocabulary';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { FormErrorSummary } from '@/ui/form-error-summary';
import { Input } from '@/ui/input';
import { notify } from '@/ui/notify';
import { useNow, useWorkspace } from '@/ui/shell/workspace-scope';
import { useKeptValues } from '@/ui/use-kept-values';

type Texts = Partial<Record<HandleMetricName, string>>;

interface NumbersDialogProps {
  handle: { id: string; title: string };
  onClose: () => void;
}

/** What a source reported of an account on a day. Added to its history; nothing there is overwritten. */
export function NumbersDialog({ handle, onClose }: NumbersDialogProps) {
  const { slug } = useWorkspace();
  const { save } = useRecord();
  const now = useNow();
  const empty = { day: dayOf(now), source: '', texts: {} as Texts };
  const { values, set, clear, kept } = useKeptValues(`numbers:${handle.id}`, empty);
  const { day, source, texts } = values;
  const [errors, setErrors] = useState<readonly { path: string; message: string }[]>([]);
  const [pending, setPending] = useState(false);
  const errorOf = (path: string) => errors.find((error) => error.path === path)?.message;
  const add = async () => {
    const { metrics, unreadable } = readTexts(texts);
    const problems = [...unreadable, ...missing(values, metrics)];
    setErrors(problems);
    if (problems.length > 0) return;
    setPending(true);
    const report = { handleId: handle.id, asOf: instantOf(day, now), source, metrics };
    const refusal = await save(() => recordHandleMetrics(slug, report));
    setPending(false);
    if (refusal) {
      setErrors(refusal.fields);
      return;
    }
    notify.done('The numbers were added');
    leave();
  };
  const leave = () => {
    clear();
    onClose();
  };
  const footer = (
    <>
      <Button onClick={leave}>{kept ? 'Throw away' : 'Cancel'}</Button>
      <Button variant="primary" type="submit" form="numbers" pending={pending}>
        Add numbers
      </Button>
    </>
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Numbers of ${handle.title}`}
      description="Fill in what was reported; they join the history beside the ones there."
      footer={footer}
    >
      <form
        noValidate
        id="numbers"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <FormErrorSummary errors={errors} />
        <OriginFields day={day} source={source} latest={dayOf(now)} errorOf={errorOf} onChange={set} />
        <div className="grid grid-cols-2 gap-3">
          {HANDLE_METRICS.map((metric) => (
            <Field
              key={metric}
              label={metric === 'engagement_rate' ? 'Engagement rate, %' : metricLabels[metric]}
              name={`metrics.${metric}`}
              error={errorOf(`metrics.${metric}`)}
            >
              <Input
                inputMode="decimal"
                className="num"
                placeholder={metric === 'followers' ? 'Such as 84k' : undefined}
                value={texts[metric] ?? ''}
                maxLength={20}
                onChange={(event) => set({ texts: { ...texts, [metric]: event.target.value } })}
              />
            </Field>
          ))}
        </div>
      </form>
    </Dialog>
  );
}

interface Read {
  metrics: Partial<Record<HandleMetricName, number>>;
  unreadable: { path: string; message: string }[];
}

/** The numbers typed; a rate is typed in percent and kept as a fraction of one. */
function readTexts(texts: Texts): Read {
  const read: Read = { metrics: {}, unreadable: [] };
  for (const metric of HANDLE_METRICS) {
    const text = texts[metric]?.trim() ?? '';
    if (text === '') continue;
    const number = readNumber(text);
    if (number === undefined) {
      const message = `${metricLabels[metric]}: “${text}” is not a number like 84000, 84k or 3.4.`;
      read.unreadable.push({ path: `metrics.${metric}`, message });
    } else read.metrics[metric] = metric === 'engagement_rate' ? tidy(number / 100) : number;
  }
  return read;
}

function missing({ day, source }: { day: string; source: string }, metrics: Read['metrics']) {
  return [
    ...(day === '' ? [{ path: 'asOf', message: 'Say on which day it was reported.' }] : []),
    ...(source.trim() === '' ? [{ path: 'source', message: 'Say who reported it.' }] : []),
    ...(Object.keys(metrics).length === 0
      ? [{ path: 'metrics.followers', message: 'Enter at least one number.' }]
      : []),
  ];
}
