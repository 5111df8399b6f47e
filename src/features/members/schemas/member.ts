import { z } from 'zod';
import { roles } from '@/shared/permissions';

export const memberSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(roles),
  isMe: z.boolean().meta({ description: 'Who asks' }),
});
export type MemberDto = z.output<typeof memberSchema>;
