import { defineEvent } from '@/platform/events/define-event';

export const workspaceCreated = defineEvent<{ name: string; slug: string }>('workspace.created', 'workspace');
export const memberAdded = defineEvent<{ name: string; role: string }>('member.added', 'membership');
export const brandCreated = defineEvent<{ name: string }>('brand.created', 'brand');
export const apiKeyCreated = defineEvent<{ name: string; prefix: string; permissions: string[] }>(
  'api_key.created',
  'apiKey',
);
export const apiKeyRevoked = defineEvent<{ name: string; prefix: string }>('api_key.revoked', 'apiKey');
