import { z } from 'zod';
import { HANDLE_METRICS } from '@/features/creators/model/vocabulary';
import { text } from '@/shared/fields';
import { normalizeHandle, type HandleReason } from '@/shared/identity/normalize-handle';
import { PLATFORMS } from '@/shared/identity/platforms';

const reasons: Record<HandleReason, string> = {
  empty: 'must not be empty',
  platform_unknown: 'needs a platform: name it, or give the address of the profile',
  has_emoji: 'must not hold emoji: no platform allows them in a handle',
  has_spaces: 'must not hold spaces',
  bad_characters: 'holds characters that this platform does not allow in a handle',
  not_a_profile: 'is an address, but not of a profile',
  not_a_url: 'is not an address that can be read',
};

export const handleShape = {
  platform: z.enum(PLATFORMS).optional(),
  name: text(2048).meta({ description: 'Name on the platform, or the address of the profile' }),
  platformAccountId: text(255).optional(),
  isPrimary: z.boolean().optional(),
};
type WrittenHandle = z.output<z.ZodObject<typeof handleShape>>;

/** A handle as people write it in its one form; what no platform allows is an issue of `name`. */
export function readHandle({ platform, name, platformAccountId, isPrimary }: WrittenHandle, issues: z.RefinementCtx) {
  const read = normalizeHandle(name, platform);
  if (!read.ok) {
    issues.addIssue({ code: 'custom', path: ['name'], message: reasons[read.reason] });
    return z.NEVER;
  }
  return { ...read.handle, platformAccountId: platformAccountId ?? read.handle.platformAccountId, isPrimary };
}

/** An account as people write it: `@name`, `name`, or any address of the profile (which knows its platform). */
export const handleSchema = z.strictObject(handleShape).transform(readHandle);
export type HandleInput = z.output<typeof handleSchema>;

export const metricNameSchema = z.enum(HANDLE_METRICS);
