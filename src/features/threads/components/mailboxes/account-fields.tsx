'use client';

import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { RadioGroup } from '@/ui/radio-group';
import { Select } from '@/ui/select';
import type { AccountValues } from './account-form';
import { historyOptions, mailboxProviders } from './mailbox-providers.data';
import { ServerFields } from './server-fields';

interface AccountFieldsProps {
  values: AccountValues;
  set: (change: Partial<AccountValues>) => void;
  password: string;
  setPassword: (password: string) => void;
  errorOf: (path: string) => string | undefined;
  brands: readonly { id: string; name: string }[];
  /** It is connected already: whose it is and where it begins are settled. */
  connected: boolean;
  mayShare: boolean;
}

export function AccountFields(props: AccountFieldsProps) {
  const { values, set, password, setPassword, errorOf, connected } = props;
  const provider = mailboxProviders.find(({ id }) => id === values.provider);
  const choose = (id: string) => {
    const chosen = mailboxProviders.find((one) => one.id === id);
    if (chosen) set({ provider: id, imap: chosen.imap, smtp: chosen.smtp });
  };
  return (
    <>
      <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
        <Field label="Provider" name="provider" hint={provider?.hint}>
          <Select
            value={values.provider}
            onChange={(event) => choose(event.target.value)}
            options={mailboxProviders.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
        {connected ? (
          <NameField {...props} />
        ) : (
          <Field label="Address" name="address" required error={errorOf('address')}>
            <Input
              type="email"
              autoComplete="off"
              value={values.address}
              onChange={(event) => set({ address: event.target.value })}
            />
          </Field>
        )}
        <Field label="User name" name="account.userName" hint="Empty: the address." error={errorOf('account.userName')}>
          <Input
            autoComplete="off"
            value={values.userName}
            placeholder={values.address}
            onChange={(event) => set({ userName: event.target.value })}
          />
        </Field>
        <Field
          label="Password"
          name="account.password"
          required={!connected}
          hint={connected ? 'Empty: it stays as it is.' : 'Often an app password, see the provider.'}
          error={errorOf('account.password')}
        >
          <Input
            type="password"
            autoComplete="new-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
      </div>
      <details open={values.provider === 'other'} className="rounded-md border border-line px-3 py-2">
        <summary className="cursor-pointer font-medium">Servers</summary>
        <div className="mt-3 flex flex-col gap-4">
          <ServerFields
            name="imap"
            label="IMAP"
            server={values.imap}
            onChange={(imap) => set({ imap })}
            errorOf={errorOf}
          />
          <ServerFields
            name="smtp"
            label="SMTP"
            server={values.smtp}
            onChange={(smtp) => set({ smtp })}
            errorOf={errorOf}
          />
        </div>
      </details>
      {!connected && <NewMailboxFields {...props} />}
    </>
  );
}

function NameField({ values, set, errorOf }: AccountFieldsProps) {
  return (
    <Field label="Name creators see" name="displayName" required error={errorOf('displayName')}>
      <Input value={values.displayName} onChange={(event) => set({ displayName: event.target.value })} />
    </Field>
  );
}

function NewMailboxFields(props: AccountFieldsProps) {
  const { values, set, errorOf, brands, mayShare } = props;
  return (
    <>
      <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
        <NameField {...props} />
        <Field label="Brand" name="brandId" error={errorOf('brandId')}>
          <Select
            value={values.brandId}
            onChange={(event) => set({ brandId: event.target.value })}
            options={brands.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
        <Field label="Import" name="historyFrom" hint="Earlier mail stays where it is." error={errorOf('historyFrom')}>
          <Select
            value={values.history}
            onChange={(event) => set({ history: event.target.value })}
            options={historyOptions}
          />
        </Field>
      </div>
      {mayShare && (
        <RadioGroup
          legend="Whose mailbox it is"
          name="kind"
          value={values.kind}
          onValueChange={(kind) => set({ kind: kind === 'personal' ? 'personal' : 'shared' })}
          options={[
            {
              value: 'shared',
              label: 'The team’s',
              hint: 'Everything that comes in is kept; unknown senders are sorted by hand.',
            },
            {
              value: 'personal',
              label: 'Mine',
              hint: 'Only mail with people the workspace knows is kept, and nothing else.',
            },
          ]}
        />
      )}
      {values.kind === 'personal' && (
        <RadioGroup
          legend="Who sees what is kept of it"
          name="visibility"
          value={values.visibility}
          onValueChange={(visibility) => set({ visibility: visibility === 'owner' ? 'owner' : 'team' })}
          options={[
            { value: 'team', label: 'The team' },
            { value: 'owner', label: 'Only I' },
          ]}
        />
      )}
    </>
  );
}
