import { z } from 'zod';

const url = (protocols: string[]) =>
  z.string().refine(
    (value) => {
      try {
        return protocols.includes(new URL(value).protocol);
      } catch {
        return false;
      }
    },
    { message: `must be an address beginning with ${protocols.join(' or ')}` },
  );

const flag = z
  .enum(['0', '1', 'true', 'false', ''])
  .default('0')
  .transform((value) => value === '1' || value === 'true');

/** One key or, while it is being changed, the new and the old ones: each 32 bytes, as 64 hex digits or as base64. */
const encryptionKeys = z
  .string()
  .transform((value) => value.split(',').map((key) => decodeKey(key.trim())))
  .refine((keys) => keys.every(({ length }) => length === 32), {
    message: 'must be 32 bytes, in hex or base64; several are separated by commas, the one to use first',
  });

function decodeKey(value: string): Buffer {
  return /^[0-9a-fA-F]{64}$/.test(value) ? Buffer.from(value, 'hex') : Buffer.from(value, 'base64');
}

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: url(['postgres:', 'postgresql:']),
  DATABASE_OWNER_URL: url(['postgres:', 'postgresql:']).optional(),
  DATABASE_READ_URL: url(['postgres:', 'postgresql:']).optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  REDIS_URL: url(['redis:', 'rediss:']).optional(),
  SMTP_URL: url(['smtp:', 'smtps:']),
  STORAGE_URL: url(['file:', 's3:'])
    .refine((value) => !value.startsWith('s3:'), { message: 's3: is not connected in this version; use file:' })
    .refine((value) => !/^file:\/\/[^/]/.test(value), {
      message: 'must name a folder of this machine, like file:/var/lib/rapport',
    }),
  APP_URL: url(['http:', 'https:']),
  NEXTAUTH_SECRET: z.string().min(32, 'must have at least 32 characters'),
  ENCRYPTION_KEY: encryptionKeys,
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  METRICS_TOKEN: z.string().min(16).optional(),
  ALLOW_PRIVATE_HOSTS: flag,
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  MICROSOFT_CLIENT_ID: z.string().optional(),
  MICROSOFT_CLIENT_SECRET: z.string().optional(),
  /** Whom notifications and other mails of the product itself are from; unset: notifications@ and APP_URL's host. */
  MAIL_FROM: z.email().optional(),
  VAPID_PUBLIC_KEY: z.base64url().optional(),
  VAPID_PRIVATE_KEY: z.base64url().optional(),
  /** Where the local mailbox page is, when there is one: the demo. */
  MAILBOX_URL: url(['http:', 'https:']).optional(),
});

export type Env = z.infer<typeof schema>;

const slot = globalThis as typeof globalThis & { rapportEnv?: Env };

/**
 * The validated environment.
 * @throws Error one message that lists everything that is wrong
 */
export function env(): Env {
  slot.rapportEnv ??= parseEnv(process.env);
  return slot.rapportEnv;
}

/** Checks variables without keeping them; an empty string counts as unset. */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return `  ${name}: ${given[name] === undefined ? 'is not set' : issue.message}`;
  });
  throw new Error(`The environment is not complete. See .env.example.\n${lines.join('\n')}`);
}
