import { z } from 'zod';
import { createApiKey } from '@/features/members/commands/create-api-key';
import { revokeApiKey } from '@/features/members/commands/revoke-api-key';
import { findMembers } from '@/features/members/queries/find-members';
import { choosePassword } from '@/platform/auth/choose-password';
import { defineAction } from '@/platform/http/define-action';
import { definePublicAction } from '@/platform/http/define-public-action';
import { encodeId, idSchema } from '@/shared/ids';
import { permissions } from '@/shared/permissions';

export const createApiKeyAction = defineAction({
  name: 'create-api-key',
  permission: 'api_key.update',
  input: z.strictObject({
    name: z.string().trim().min(1, 'is empty').max(100),
    permissions: z.array(z.enum(permissions)).min(1, 'choose at least one'),
  }),
  run: async (tx, input) => {
    const made = await createApiKey(tx, input);
    return { id: encodeId('apiKey', made.id), key: made.key };
  },
});

export const revokeApiKeyAction = defineAction({
  name: 'revoke-api-key',
  permission: 'api_key.update',
  input: z.strictObject({ id: idSchema('apiKey') }),
  run: revokeApiKey,
});

export const choosePasswordAction = definePublicAction({
  name: 'choose-password',
  permission: 'public',
  input: z.strictObject({
    token: z.string().min(10).max(200),
    password: z.string().min(12, 'needs at least 12 characters').max(1024),
  }),
  run: choosePassword,
});

export const findMembersAction = defineAction({
  name: 'find-members',
  permission: 'member.read',
  input: z.strictObject({}),
  run: findMembers,
});

export const memberActions = [createApiKeyAction, revokeApiKeyAction, findMembersAction];
export const memberPublicActions = [choosePasswordAction];
