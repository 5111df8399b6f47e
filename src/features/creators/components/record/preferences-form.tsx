'use client';

import { updatePreferences } from '@/features/creators/actions';
import { dayLabels } from '@/features/creators/components/labels.data';
import { PanelForm } from '@/features/creators/components/record/panel-form';
import { useRecord } from '@/features/creators/components/record/record-scope';
import { WordsField } from '@/features/creators/components/record/words-field';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Textarea } from '@/ui/textarea';
import { useWorkspace } from '@/ui/shell/workspace-scope';

interface Values {
  formats: string[];
  topics: string[];
  brandsToAvoid: string[];
  products: string[];
  tone: string;
  days: string[];
  from: string;
  to: string;
}

const formats = ['Reels', 'Stories', 'Carousels', 'TikToks', 'Long video', 'Shorts', 'Live', 'Podcast', 'Blog'];

/** How a creator likes to work. */
export function PreferencesForm({ onClose }: { onClose: () => void }) {
  const { slug } = useWorkspace();
  const { record } = useRecord();
  const { workingHours, tone, ...lists } = record.preferences;
  const initial: Values = {
    ...lists,
    tone: tone ?? '',
    days: workingHours?.days ?? [],
    from: workingHours?.from ?? '09:00',
    to: workingHours?.to ?? '18:00',
  };
  const onSave = ({ days, from, to, tone: words, ...rest }: Values) => {
    const preferences = {
      ...rest,
      tone: words.trim() === '' ? null : words.trim(),
      workingHours: days.length === 0 ? null : { days, from, to },
    };
    return {
      write: () => updatePreferences(slug, { creatorId: record.id, ...preferences }),
      shown: { preferences },
    };
  };
  return (
    <PanelForm
      title="How they work"
      draftKey={`preferences:${record.id}`}
      initial={initial}
      onSave={onSave}
      onClose={onClose}
    >
      {({ values, set, errorOf }) => (
        <>
          <Field
            label="Tone and style"
            name="tone"
            hint="What to say and what not, in your words."
            error={errorOf('tone')}
          >
            <Textarea
              rows={4}
              maxLength={1000}
              value={values.tone}
              onChange={(event) => set({ tone: event.target.value })}
            />
          </Field>
          <WordsField
            label="Formats"
            offered={formats}
            words={values.formats}
            onChange={(words) => set({ formats: words })}
          />
          <WordsField label="Topics" words={values.topics} onChange={(words) => set({ topics: words })} />
          <WordsField
            label="Likes to work with"
            words={values.products}
            onChange={(words) => set({ products: words })}
          />
          <WordsField
            label="Brands and themes to avoid"
            words={values.brandsToAvoid}
            onChange={(words) => set({ brandsToAvoid: words })}
          />
          <Hours values={values} set={set} zone={record.timeZone} />
        </>
      )}
    </PanelForm>
  );
}

function Hours(props: { values: Values; set: (change: Partial<Values>) => void; zone: string | null }) {
  const { values, set, zone } = props;
  const { days, from, to } = values;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium text-ink-2">
        Working hours{zone ? ` (${zone.replaceAll('_', ' ')})` : ''}
      </legend>
      <div className="grid grid-cols-7 gap-y-1 max-sm:grid-cols-4">
        {Object.entries(dayLabels).map(([day, label]) => (
          <Checkbox
            key={day}
            label={label}
            checked={days.includes(day)}
            onCheckedChange={(checked) =>
              set({
                days: Object.keys(dayLabels).filter((one) => (one === day ? checked === true : days.includes(one))),
              })
            }
          />
        ))}
      </div>
      {days.length > 0 && (
        <div className="flex items-center gap-2">
          <Input
            type="time"
            aria-label="From"
            className="num w-28"
            value={from}
            onChange={(event) => set({ from: event.target.value })}
          />
          <span className="text-ink-3">to</span>
          <Input
            type="time"
            aria-label="To"
            className="num w-28"
            value={to}
            onChange={(event) => set({ to: event.target.value })}
          />
        </div>
      )}
    </fieldset>
  );
}
