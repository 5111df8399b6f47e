'use client';

import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { securityOptions, type Security, type ServerValues } from './mailbox-providers.data';

interface ServerFieldsProps {
  name: 'imap' | 'smtp';
  label: string;
  server: ServerValues;
  onChange: (server: ServerValues) => void;
  errorOf: (path: string) => string | undefined;
}

/** Name, port and encryption of one server. */
export function ServerFields({ name, label, server, onChange, errorOf }: ServerFieldsProps) {
  const path = (field: string) => `account.${name}.${field}`;
  const change = (changes: Partial<ServerValues>) => onChange({ ...server, ...changes });
  const options = server.security === 'none' ? [...securityOptions, { value: 'none', label: 'None' }] : securityOptions;
  return (
    <div className="grid grid-cols-[1fr_6rem_9rem] gap-3 max-sm:grid-cols-2 max-sm:[&>:first-child]:col-span-2">
      <Field label={`${label} server`} name={path('host')} error={errorOf(path('host'))}>
        <Input
          value={server.host}
          placeholder={`${name}.example.com`}
          onChange={(event) => change({ host: event.target.value.trim() })}
        />
      </Field>
      <Field label={`${label} port`} name={path('port')} error={errorOf(path('port'))}>
        <Input
          inputMode="numeric"
          value={server.port === 0 ? '' : server.port}
          onChange={(event) => change({ port: Number(event.target.value.replace(/\D/g, '').slice(0, 5)) })}
        />
      </Field>
      <Field label={`${label} encryption`} name={path('security')} error={errorOf(path('security'))}>
        <Select
          value={server.security}
          onChange={(event) => change({ security: event.target.value as Security })}
          options={options}
        />
      </Field>
    </div>
  );
}
