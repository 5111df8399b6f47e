/** Every move an effect may make; `''` is the state a row begins in. The database refuses any other. */
export const effectTransitions = {
  '': ['pending'],
  pending: ['claimed'],
  claimed: ['done', 'handing_over', 'pending', 'dead'],
  handing_over: ['done', 'unknown', 'pending', 'dead'],
  unknown: ['done', 'pending', 'dead'],
  dead: ['pending'],
  done: [],
} as const satisfies Record<string, readonly string[]>;

export type EffectState = Exclude<keyof typeof effectTransitions, ''>;
