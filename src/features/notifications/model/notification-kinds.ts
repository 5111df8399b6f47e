import type { Role } from '@/shared/permissions';

export const emailTimings = ['immediately', 'daily', 'weekly', 'off'] as const;
export type EmailTiming = (typeof emailTimings)[number];

/** By what a person is told of a kind. */
export interface Choice {
  inApp: boolean;
  email: EmailTiming;
  slack: boolean;
  push: boolean;
}

interface KindRow {
  label: string;
  hint: string;
  /** What each role begins with. */
  email: Record<Role, EmailTiming>;
  /** Worth an interruption: shown by browsers that were allowed to. */
  push: boolean;
}

const byMail = (email: EmailTiming, others: Partial<Record<Role, EmailTiming>> = {}): Record<Role, EmailTiming> => ({
  ...{ admin: email, manager: email, marketer: email, legal: email, finance: email, viewer: email },
  ...others,
});

/**
 * What people can be told of. A row here makes a kind: its line in the preferences, its defaults, its place in digests;
 * `notification-sources` says which events are of it. Finance is mailed what costs money when it is late, and finds the
 * rest in the app.
 */
export const notificationKinds = {
  mention: {
    label: 'Mentions',
    hint: 'Someone names you in a note or a conversation',
    email: byMail('immediately', { finance: 'off' }),
    push: true,
  },
  assignment: {
    label: 'Assignments',
    hint: 'A creator, a conversation or a task becomes yours',
    email: byMail('immediately', { finance: 'off', legal: 'daily', viewer: 'off' }),
    push: true,
  },
  reply: {
    label: 'Replies',
    hint: 'A creator answers in a conversation that is yours',
    email: byMail('off'),
    push: true,
  },
  failure: {
    label: 'Failures',
    hint: 'A mail, a mailbox, an import or an export of yours needs you',
    email: byMail('immediately', { finance: 'off' }),
    push: false,
  },
} as const satisfies Record<string, KindRow>;

export type NotificationKind = keyof typeof notificationKinds;
export const kindNames = Object.keys(notificationKinds) as NotificationKind[];

/** What a person with this role is told by as long as they chose nothing else. */
export function defaultChoice(kind: NotificationKind, role: Role): Choice {
  const { email, push } = notificationKinds[kind];
  return { inApp: true, email: email[role], slack: false, push };
}
