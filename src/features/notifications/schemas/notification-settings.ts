import { z } from 'zod';
import { emailTimings, kindNames, type NotificationKind } from '@/features/notifications/model/notification-kinds';

const clockSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time like 08:30');

const choiceSchema = z.strictObject({
  inApp: z.boolean(),
  email: z.enum(emailTimings),
  slack: z.boolean(),
  push: z.boolean(),
});

const timesSchema = z.strictObject({
  timeZone: z
    .string()
    .max(100)
    .refine(isTimeZone, { message: 'is no time zone like Europe/Berlin' })
    .meta({ description: 'IANA' }),
  quietFrom: clockSchema.nullable(),
  quietUntil: clockSchema.nullable(),
  digestAt: clockSchema,
  digestDay: z.number().int().min(1).max(7).meta({ description: '1 = Monday … 7 = Sunday' }),
});

/** What a person wants to be told of, how and when. */
export const notificationSettingsSchema = z.strictObject({
  choices: z.strictObject(ofEachKind(choiceSchema)),
  times: timesSchema.refine(({ quietFrom, quietUntil }) => (quietFrom === null) === (quietUntil === null), {
    message: 'needs both, or neither',
    path: ['quietUntil'],
  }),
});
export type NotificationSettings = z.output<typeof notificationSettingsSchema>;

function ofEachKind<Schema extends z.ZodType>(schema: Schema): Record<NotificationKind, Schema> {
  return Object.fromEntries(kindNames.map((kind) => [kind, schema])) as Record<NotificationKind, Schema>;
}

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
