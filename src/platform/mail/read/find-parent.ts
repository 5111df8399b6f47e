export interface ThreadedMail {
  /** With angle brackets; null when the message has none. */
  messageId: string | null;
  inReplyTo: readonly string[];
  references: readonly string[];
}

/**
 * The message this one answers, among those known: the newest of its References that is known, else the one In-Reply-To
 * names. null begins a thread.
 */
export function findParent(mail: ThreadedMail, isKnown: (messageId: string) => boolean): string | null {
  const candidates = [...mail.references.toReversed(), ...mail.inReplyTo];
  return candidates.find((id) => id !== mail.messageId && isKnown(id)) ?? null;
}
