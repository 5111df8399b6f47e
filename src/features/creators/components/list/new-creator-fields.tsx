'use client';

import { Plus, X } from 'lucide-react';
import { legalBasisLabels } from '@/features/creators/components/labels.data';
import { LEGAL_BASES, STAGES, type Stage } from '@/features/creators/model/vocabulary';
import type { CreatorVocabulary } from '@/features/creators/schemas/creator-vocabulary';
import { PLATFORMS, platformRules, type Platform } from '@/shared/identity/platforms';
import { Button } from '@/ui/button';
import { MultiCombobox } from '@/ui/combobox';
import { Field } from '@/ui/field';
import { IconButton } from '@/ui/icon-button';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { statuses } from '@/ui/status';

export interface NewCreator {
  displayName: string;
  handles: { platform: Platform; name: string }[];
  email: string;
  source: string;
  legalBasis: string;
  stage: Stage;
  ownerId: string;
  tags: string[];
}

export const emptyCreator: NewCreator = {
  displayName: '',
  handles: [{ platform: 'instagram', name: '' }],
  email: '',
  source: '',
  legalBasis: 'unknown',
  stage: 'prospect',
  ownerId: '',
  tags: [],
};

/** What the action wants of it. The address of a profile knows its platform. */
export function toCreateInput(creator: NewCreator) {
  const { email, source, legalBasis, ownerId, handles, ...rest } = creator;
  const filled = handles.filter(({ name }) => name.trim() !== '');
  return {
    ...rest,
    handles: filled.map(({ platform, name }) => (/[/:]/.test(name) ? { name } : { platform, name })),
    emails:
      email.trim() === ''
        ? []
        : [{ address: email, legalBasis, ...(source.trim() !== '' && { source: source.trim() }) }],
    ...(ownerId !== '' && { ownerId }),
  };
}

const platformOptions = PLATFORMS.map((value) => ({ value, label: platformRules[value].label }));
const stageOptions = STAGES.map((value) => ({ value, label: statuses.creatorStage[value].label }));
const basisOptions = LEGAL_BASES.map((value) => ({ value, label: legalBasisLabels[value] ?? value }));

interface NewCreatorFieldsProps {
  creator: NewCreator;
  errors: Record<string, string>;
  vocabulary: CreatorVocabulary;
  onChange: (creator: NewCreator) => void;
}

export function NewCreatorFields({ creator, errors, vocabulary, onChange }: NewCreatorFieldsProps) {
  const set = (change: Partial<NewCreator>) => onChange({ ...creator, ...change });
  return (
    <>
      <Field label="Name" name="displayName" required error={errors['displayName']}>
        <Input
          value={creator.displayName}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => set({ displayName: event.target.value })}
        />
      </Field>
      <Handles creator={creator} errors={errors} set={set} />
      <Field label="E-mail" name="emails.0.address" error={errors['emails.0.address']}>
        <Input
          type="email"
          autoComplete="off"
          value={creator.email}
          maxLength={400}
          onChange={(event) => set({ email: event.target.value })}
        />
      </Field>
      {creator.email.trim() !== '' && (
        <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
          <Field label="Where is it from?" name="emails.0.source" error={errors['emails.0.source']}>
            <Input
              placeholder="Such as: bio on Instagram"
              value={creator.source}
              maxLength={255}
              onChange={(event) => set({ source: event.target.value })}
            />
          </Field>
          <Field label="Legal basis" name="emails.0.legalBasis">
            <Select
              options={basisOptions}
              value={creator.legalBasis}
              onChange={(event) => set({ legalBasis: event.target.value })}
            />
          </Field>
        </div>
      )}
      <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
        <Field label="Stage" name="stage">
          <Select
            options={stageOptions}
            value={creator.stage}
            onChange={(event) => set({ stage: event.target.value as Stage })}
          />
        </Field>
        <Field label="Owner" name="ownerId">
          <Select
            placeholder="Nobody yet"
            options={vocabulary.members.map(({ id, name }) => ({ value: id, label: name }))}
            value={creator.ownerId}
            onChange={(event) => set({ ownerId: event.target.value })}
          />
        </Field>
      </div>
      <Field label="Tags" name="tags" error={errors['tags']}>
        <MultiCombobox
          options={vocabulary.tags.map(({ name }) => ({ value: name, label: name }))}
          value={creator.tags.map((name) => ({ value: name, label: name }))}
          onValueChange={(options) => set({ tags: options.map(({ value }) => value) })}
          onCreate={(name) => set({ tags: [...creator.tags, name] })}
        />
      </Field>
    </>
  );
}

interface HandlesProps {
  creator: NewCreator;
  errors: Record<string, string>;
  set: (change: Partial<NewCreator>) => void;
}

function Handles({ creator: { handles }, errors, set }: HandlesProps) {
  const replace = (index: number, change: Partial<NewCreator['handles'][number]>) =>
    set({ handles: handles.map((handle, place) => (place === index ? { ...handle, ...change } : handle)) });
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium text-ink-2">Handles</legend>
      {handles.map(({ platform, name }, index) => (
        <div key={index} className="flex items-start gap-2">
          <Select
            aria-label={`Platform of handle ${index + 1}`}
            className="w-32 shrink-0"
            options={platformOptions}
            value={platform}
            onChange={(event) => replace(index, { platform: event.target.value as Platform })}
          />
          <Field
            label={`Handle ${index + 1}`}
            hideLabel
            className="flex-1"
            name={`handles.${index}.name`}
            error={errors[`handles.${index}.name`]}
          >
            <Input
              placeholder="@name or the profile’s address"
              value={name}
              maxLength={2048}
              autoComplete="off"
              onChange={(event) => replace(index, { name: event.target.value })}
            />
          </Field>
          {handles.length > 1 && (
            <IconButton
              aria-label={`Remove handle ${index + 1}`}
              icon={<X />}
              onClick={() => set({ handles: handles.filter((_, place) => place !== index) })}
            />
          )}
        </div>
      ))}
      <Button
        variant="link"
        icon={<Plus />}
        className="self-start"
        onClick={() => set({ handles: [...handles, { platform: 'tiktok', name: '' }] })}
      >
        Another handle
      </Button>
    </fieldset>
  );
}
