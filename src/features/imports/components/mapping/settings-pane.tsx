'use client';

import type { ChangeEvent } from 'react';
import { duplicateChoices } from '@/features/imports/components/labels.data';
import type { Mapping } from '@/features/imports/components/mapping/use-mapping';
import type { Ambiguity } from '@/features/imports/model/find-ambiguities';
import { PRESETS, presetRules, type Preset } from '@/features/imports/model/presets';
import type { Import } from '@/features/imports/schemas/import';
import { PLATFORMS, platformRules } from '@/shared/identity/platforms';
import { DateField } from '@/ui/date-field';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { RadioGroup } from '@/ui/radio-group';
import { Section } from '@/ui/section';
import { Select } from '@/ui/select';

interface SettingsPaneProps {
  imported: Import;
  mapping: Mapping;
  /** Asked above the columns, so not here. */
  questions: Ambiguity[];
}

/** How the file is read and what happens with people who are there already. */
export function SettingsPane({ imported, mapping, questions }: SettingsPaneProps) {
  const { settings, setSettings } = mapping;
  return (
    <div className="rounded-md border border-line bg-surface">
      <Section title="Creators who are there already">
        <RadioGroup
          legend="Creators who are there already"
          hideLegend
          options={duplicateChoices}
          value={settings.onDuplicate ?? 'merge'}
          onValueChange={(onDuplicate) => setSettings({ onDuplicate })}
        />
      </Section>
      <Section title="Where the list comes from">
        <div className="flex flex-col gap-3">
          <Field label="Exported from" name="preset" hint="Knows what the columns of its exports mean.">
            <Select
              placeholder="Another program or a person"
              options={PRESETS.map((value) => ({ value, label: presetRules[value].label }))}
              value={mapping.preset}
              onChange={(event) => mapping.setPreset(event.target.value as Preset | '')}
            />
          </Field>
          <Field label="Source" name="settings.source" hint="Stands beside every number and address.">
            <Input
              value={settings.source ?? ''}
              placeholder={imported.fileName}
              maxLength={200}
              onChange={(event) => setSettings({ source: event.target.value || undefined })}
            />
          </Field>
          <Field label="Numbers as of" name="settings.asOf" hint="Where the row does not say: today.">
            <DateField value={settings.asOf ?? ''} onValueChange={(asOf) => setSettings({ asOf: asOf || undefined })} />
          </Field>
        </div>
      </Section>
      <Section title="How values are read">
        <ReadingFields mapping={mapping} asked={new Set(questions.map(({ setting }) => setting))} />
      </Section>
    </div>
  );
}

function ReadingFields({ mapping, asked }: { mapping: Mapping; asked: Set<Ambiguity['setting']> }) {
  const { settings, setSettings } = mapping;
  return (
    <div className="flex flex-col gap-3">
      <Field label="Handles without a platform" name="settings.platform">
        <Select
          placeholder="As the file says, else Instagram"
          options={PLATFORMS.map((value) => ({ value, label: platformRules[value].label }))}
          value={settings.platform ?? ''}
          onChange={(event) => setSettings({ platform: chosen(event) })}
        />
      </Field>
      {!asked.has('decimal') && (
        <Field label="Decimal sign" name="settings.decimal">
          <Select
            placeholder="As each column shows"
            options={[
              { value: '.', label: 'Point: 1,234.5' },
              { value: ',', label: 'Comma: 1.234,5' },
            ]}
            value={settings.decimal ?? ''}
            onChange={(event) => setSettings({ decimal: chosen(event) })}
          />
        </Field>
      )}
      {!asked.has('dateOrder') && (
        <Field label="Dates" name="settings.dateOrder">
          <Select
            placeholder="As each column shows"
            options={[
              { value: 'dmy', label: 'Day first: 31/12/2025' },
              { value: 'mdy', label: 'Month first: 12/31/2025' },
              { value: 'ymd', label: 'Year first: 25/12/31' },
            ]}
            value={settings.dateOrder ?? ''}
            onChange={(event) => setSettings({ dateOrder: chosen(event) })}
          />
        </Field>
      )}
      <Field label="Currency of amounts" name="settings.currency" hint="For amounts that do not name theirs.">
        <Input
          value={settings.currency ?? ''}
          placeholder="EUR"
          maxLength={3}
          autoCapitalize="characters"
          onChange={(event) => setSettings({ currency: event.target.value.toUpperCase() || undefined })}
        />
      </Field>
    </div>
  );
}

/** The first choice of a select stands for none. */
function chosen<T extends string>({ target }: ChangeEvent<HTMLSelectElement>): T | undefined {
  return target.value === '' ? undefined : (target.value as T);
}
