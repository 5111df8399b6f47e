/** Times of reading mailboxes that a test can wait for. */
export const quickReading = {
  imap: { connectMs: 2_000, greetingMs: 2_000, answerMs: 10_000, idleMs: 5_000 },
  leaseMs: 1_500,
  claimEveryMs: 50,
  lookEveryMs: 700,
};
