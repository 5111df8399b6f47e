/** Every move a conversation may make; `''` is the state it begins in. The database refuses any other. */
export const threadTransitions = {
  '': ['open'],
  open: ['snoozed', 'done'],
  snoozed: ['open', 'done'],
  done: ['open'],
} as const satisfies Record<string, readonly string[]>;

export type ThreadState = Exclude<keyof typeof threadTransitions, ''>;
export const threadStates = Object.keys(threadTransitions).filter(Boolean) as ThreadState[];

/** Whom a conversation is about: proposed by what a mail says, confirmed or refused by a person. */
export const threadCreatorTransitions = {
  '': ['proposed', 'confirmed'],
  proposed: ['confirmed', 'refused'],
  confirmed: ['refused'],
  refused: ['confirmed'],
} as const satisfies Record<string, readonly string[]>;
