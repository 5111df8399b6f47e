// Makes an API key: npm run key -- --workspace SLUG --name NAME [--permissions creator.read,creator.update] [--per-minute 1200]
import { parseArgs } from 'node:util';
import { createApiKey } from '@/features/members/commands/create-api-key';
import { inWorkspace } from '@/platform/db/in-workspace';
import { permissions, type Permission } from '@/shared/permissions';
import { findWorkspaceId } from './find-workspace';
import { operatorContext } from './found-workspace';

const { values } = parseArgs({
  options: {
    workspace: { type: 'string' },
    name: { type: 'string' },
    permissions: { type: 'string' },
    'per-minute': { type: 'string' },
  },
});

try {
  if (!values.workspace || !values.name) {
    throw new Error('Usage: npm run key -- --workspace SLUG --name NAME [--permissions a,b] [--per-minute 1200]');
  }
  const ctx = operatorContext(await findWorkspaceId(values.workspace));
  const granted = values.permissions ? values.permissions.split(',').map(asPermission) : permissions;
  const requestsPerMinute = values['per-minute'] ? Number(values['per-minute']) : 1200;
  if (!Number.isInteger(requestsPerMinute) || requestsPerMinute < 1)
    throw new Error('--per-minute: must be a whole number above 0');
  const name = values.name;
  const { key } = await inWorkspace(ctx, (tx) => createApiKey(tx, { name, permissions: granted, requestsPerMinute }));
  console.log(key);
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

function asPermission(value: string): Permission {
  const found = permissions.find((permission) => permission === value.trim());
  if (!found) throw new Error(`--permissions: there is no "${value}". There are: ${permissions.join(', ')}`);
  return found;
}
