'use client';

import { useState } from 'react';
import { createApiKey } from '@/features/members/actions';
import { permissions, type Permission } from '@/shared/permissions';
import { Button } from '@/ui/button';
import { Callout } from '@/ui/callout';
import { Checkbox } from '@/ui/checkbox';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';

interface NewApiKeyDialogProps {
  workspace: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Name and permissions of a key; then the key, once. */
export function NewApiKeyDialog({ workspace, open, onOpenChange }: NewApiKeyDialogProps) {
  const [name, setName] = useState('');
  const [granted, setGranted] = useState<Permission[]>([]);
  const [key, setKey] = useState<string | null>(null);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [pending, setPending] = useState(false);

  function close() {
    setKey(null);
    setName('');
    setGranted([]);
    setErrors({});
    onOpenChange(false);
  }

  async function create() {
    setPending(true);
    const result = await createApiKey(workspace, { name, permissions: granted });
    setPending(false);
    if (result.ok) setKey(result.data.key);
    else {
      const fields = Object.fromEntries(result.error.fields.map((field) => [field.path, field.message]));
      setErrors(Object.keys(fields).length > 0 ? fields : { form: result.error.message });
    }
  }

  const footer = key ? (
    <Button variant="primary" onClick={close}>
      I have kept it
    </Button>
  ) : (
    <Button variant="primary" pending={pending} onClick={() => void create()}>
      Create key
    </Button>
  );
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => (next ? onOpenChange(true) : close())}
      title="New API key"
      footer={footer}
    >
      {key ? (
        <Callout tone="attention" title="Copy it now: it is not shown again">
          <code className="block break-all select-all">{key}</code>
        </Callout>
      ) : (
        <div className="flex flex-col gap-4">
          {errors['form'] && (
            <Callout tone="late" urgent>
              {errors['form']}
            </Callout>
          )}
          <Field label="Name" name="name" hint="Which program uses it." error={errors['name']}>
            <Input value={name} onChange={(event) => setName(event.target.value)} maxLength={100} />
          </Field>
          <PermissionChoice granted={granted} onChange={setGranted} error={errors['permissions']} />
        </div>
      )}
    </Dialog>
  );
}

interface PermissionChoiceProps {
  granted: Permission[];
  onChange: (granted: Permission[]) => void;
  error: string | undefined;
}

function PermissionChoice({ granted, onChange, error }: PermissionChoiceProps) {
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-2 flex w-full items-center justify-between font-medium">
        Permissions
        <Button
          size="s"
          variant="quiet"
          onClick={() => onChange(granted.length === permissions.length ? [] : [...permissions])}
        >
          {granted.length === permissions.length ? 'None' : 'All'}
        </Button>
      </legend>
      {error && <p className="text-sm text-late">{error}</p>}
      <div className="grid grid-cols-2 gap-x-4 gap-y-1.5 max-sm:grid-cols-1">
        {permissions.map((permission) => (
          <Checkbox
            key={permission}
            label={permission}
            checked={granted.includes(permission)}
            onCheckedChange={(checked) =>
              onChange(checked === true ? [...granted, permission] : granted.filter((other) => other !== permission))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
