'use client';

import { recordHandleMetrics } from '@/features/creators/account-actions';
import { metricLabels } from '@/features/creators/components/labels.data';
import { readNumber, tidy } from '@/features/creators/components/read-number';
import { dayOf, instantOf } from '@/features/creators/components/record/day-of';
import { missingOrigin, OriginFields, type Origin } from '@/features/creators/components/record/origin-fields';
import { PanelForm, type Problem } from '@/features/creators/components/record/panel-form';
import { HANDLE_METRICS, type HandleMetricName } from '@/features/creators/model/vocabulary';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { notify } from '@/ui/notify';
import { useNow, useWorkspace } from '@/ui/shell/workspace-scope';

type Texts = Partial<Record<HandleMetricName, string>>;
type Values = Origin & { texts: Texts };

interface NumbersDialogProps {
  handle: { id: string; title: string };
  onClose: () => void;
}

/** What a source reported of an account on a day. Added to its history; nothing there is overwritten. */
export function NumbersDialog({ handle, onClose }: NumbersDialogProps) {
  const { slug } = useWorkspace();
  const now = useNow();
  const today = dayOf(now);
  const onSave = ({ day, source, texts }: Values) => {
    const { metrics, problems } = readTexts(texts);
    const found = [...missingOrigin({ day, source }), ...problems];
    if (found.length > 0) return { problems: found };
    const report = { handleId: handle.id, asOf: instantOf(day, now), source, metrics };
    return {
      write: () => recordHandleMetrics(slug, report),
      onSaved: () => notify.done('The numbers were added'),
    };
  };
  return (
    <PanelForm<Values>
      frame="dialog"
      title={`Numbers of ${handle.title}`}
      description="Fill in what was reported; they join the history beside the ones there."
      draftKey={`numbers:${handle.id}`}
      initial={{ day: today, source: '', texts: {} }}
      saveLabel="Add numbers"
      onSave={onSave}
      onClose={onClose}
    >
      {({ values, set, errorOf }) => (
        <>
          <OriginFields origin={values} latest={today} errorOf={errorOf} onChange={set} />
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
                  value={values.texts[metric] ?? ''}
                  maxLength={20}
                  onChange={(event) => set({ texts: { ...values.texts, [metric]: event.target.value } })}
                />
              </Field>
            ))}
          </div>
        </>
      )}
    </PanelForm>
  );
}

interface Read {
  metrics: Partial<Record<HandleMetricName, number>>;
  problems: Problem[];
}

/** The numbers typed; a rate is typed in percent and kept as a fraction of one. */
function readTexts(texts: Texts): Read {
  const read: Read = { metrics: {}, problems: [] };
  for (const metric of HANDLE_METRICS) {
    const text = texts[metric]?.trim() ?? '';
    if (text === '') continue;
    const number = readNumber(text);
    if (number === undefined) {
      const message = `${metricLabels[metric]}: “${text}” is not a number like 84000, 84k or 3.4.`;
      read.problems.push({ path: `metrics.${metric}`, message });
    } else read.metrics[metric] = metric === 'engagement_rate' ? tidy(number / 100) : number;
  }
  if (read.problems.length === 0 && Object.keys(read.metrics).length === 0) {
    read.problems.push({ path: 'metrics.followers', message: 'Enter at least one number.' });
  }
  return read;
}
