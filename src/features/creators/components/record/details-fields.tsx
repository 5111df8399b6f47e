'use client';

import { useMemo, type ReactNode } from 'react';
import {
  countryCodes,
  formalityLabels,
  languageCodes,
  legalBasisLabels,
} from '@/features/creators/components/labels.data';
import {
  addressParts,
  type AddressText,
  type Details,
  type DetailText,
} from '@/features/creators/components/record/details-values';
import type { PanelFormState } from '@/features/creators/components/record/panel-form';
import { Group, Pair } from '@/features/creators/components/record/field-group';
import { WordsField } from '@/features/creators/components/record/words-field';
import { useNames } from '@/features/creators/components/use-names';
import { FORMALITIES, LEGAL_BASES } from '@/features/creators/model/vocabulary';
import { Combobox } from '@/ui/combobox';
import { DateField } from '@/ui/date-field';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { Textarea } from '@/ui/textarea';

type Form = PanelFormState<Details>;

const formalityOptions = FORMALITIES.map((value) => ({ value, label: formalityLabels[value] ?? value }));
const basisOptions = LEGAL_BASES.map((value) => ({ value, label: legalBasisLabels[value] ?? value }));

/** The fields of a creator in groups. */
export function DetailsFields({ form, personal }: { form: Form; personal: boolean }) {
  const { values, set, errorOf } = form;
  return (
    <>
      <Group title="Person">
        <TextField form={form} name="displayName" label="Name" required />
        <Pair>
          <TextField form={form} name="givenName" label="Given name" />
          <TextField form={form} name="familyName" label="Family name" />
        </Pair>
        <Pair>
          <TextField form={form} name="greeting" label="Greeting" placeholder="Such as: Dear Noor" />
          <Field label="Tone of address" name="formality" error={errorOf('formality')}>
            <Select
              placeholder="Not known"
              options={formalityOptions}
              value={values.formality}
              onChange={(event) => set({ formality: event.target.value })}
            />
          </Field>
        </Pair>
        <Pair>
          <TextField form={form} name="pronouns" label="Pronouns" />
          {personal && (
            <Field label="Birthday" name="birthday" error={errorOf('birthday')}>
              <DateField value={values.birthday} onValueChange={(birthday) => set({ birthday })} />
            </Field>
          )}
        </Pair>
        <Pair>
          <TextField form={form} name="companyName" label="Company" />
          <TextField form={form} name="legalName" label="Legal name" />
        </Pair>
      </Group>
      <PlaceFields form={form} />
      <Group title="Where the record is from">
        <Field label="Legal basis" name="legalBasis" error={errorOf('legalBasis')}>
          <Select
            options={basisOptions}
            value={values.legalBasis}
            onChange={(event) => set({ legalBasis: event.target.value })}
          />
        </Field>
        <TextField form={form} name="sourceNote" label="Source, in words" />
      </Group>
      {personal && (
        <>
          <AddressFields form={form} name="shippingAddress" title="Shipping">
            <Field label="Sizes" name="sizes" hint="One a line, such as: shoe: 41 EU" error={errorOf('sizes')}>
              <Textarea rows={3} value={values.sizes} onChange={(event) => set({ sizes: event.target.value })} />
            </Field>
          </AddressFields>
          <AddressFields form={form} name="billingAddress" title="Billing">
            <TextField form={form} name="billingEntity" label="Bills as" />
            <Pair>
              <TextField form={form} name="vatId" label="VAT id" />
              <TextField form={form} name="vendorNumber" label="Vendor number" />
            </Pair>
          </AddressFields>
        </>
      )}
    </>
  );
}

function PlaceFields({ form }: { form: Form }) {
  const { values, set, errorOf } = form;
  const names = useNames();
  const countries = useMemo(
    () =>
      countryCodes
        .map((code) => ({ value: code, label: names.country(code) }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    [names],
  );
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone })), []);
  const country = values.country ? { value: values.country, label: names.country(values.country) } : null;
  const zone = values.timeZone ? { value: values.timeZone, label: values.timeZone } : null;
  return (
    <Group title="Place and language">
      <Pair>
        <TextField form={form} name="city" label="City" />
        <Field label="Country" name="country" error={errorOf('country')}>
          <Combobox
            options={countries}
            value={country}
            onValueChange={(option) => set({ country: option?.value ?? '' })}
          />
        </Field>
      </Pair>
      <Field label="Time zone" name="timeZone" error={errorOf('timeZone')}>
        <Combobox options={zones} value={zone} onValueChange={(option) => set({ timeZone: option?.value ?? '' })} />
      </Field>
      <WordsField
        label="Languages"
        name="languages"
        error={errorOf('languages')}
        offered={languageCodes}
        labelOf={names.language}
        words={values.languages}
        onChange={(languages) => set({ languages })}
      />
    </Group>
  );
}

const partLabels: Record<keyof AddressText, string> = {
  name: 'Name on the parcel',
  line1: 'Street and number',
  line2: 'Second line',
  postalCode: 'Postal code',
  city: 'City',
  region: 'Region',
  country: 'Country',
  phone: 'Phone',
};

interface AddressFieldsProps {
  form: Form;
  name: 'shippingAddress' | 'billingAddress';
  title: string;
  children: ReactNode;
}

function AddressFields({ form: { values, set, errorOf }, name, title, children }: AddressFieldsProps) {
  return (
    <Group title={title}>
      {children}
      <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
        {addressParts.map((part) => (
          <Field key={part} label={partLabels[part]} name={`${name}.${part}`} error={errorOf(`${name}.${part}`)}>
            <Input
              value={values[name][part]}
              maxLength={255}
              onChange={(event) => set({ [name]: { ...values[name], [part]: event.target.value } })}
            />
          </Field>
        ))}
      </div>
    </Group>
  );
}

function TextField(props: { form: Form; name: DetailText; label: string; required?: boolean; placeholder?: string }) {
  const { form, name, label, required, placeholder } = props;
  return (
    <Field label={label} name={name} required={required} error={form.errorOf(name)}>
      <Input
        value={form.values[name]}
        maxLength={1000}
        placeholder={placeholder}
        onChange={(event) => form.set({ [name]: event.target.value })}
      />
    </Field>
  );
}
