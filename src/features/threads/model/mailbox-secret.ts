/** What signs in to a mailbox, as it is sealed. */
export type MailboxSecret = { password: string } | { refreshToken: string };

/** The place a mailbox's secret is sealed for. */
export function secretPurpose(mailboxId: string): string {
  return `mailbox:${mailboxId}`;
}
