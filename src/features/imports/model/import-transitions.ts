/** Every move an import may make; `''` is the state a row begins in. The database refuses any other. */
export const importTransitions = {
  '': ['uploaded'],
  uploaded: ['mapped', 'cancelled'],
  mapped: ['dry_run', 'cancelled'],
  dry_run: ['running', 'mapped', 'cancelled'],
  running: ['completed', 'failed', 'cancelled', 'paused'],
  paused: ['running'],
  failed: ['running', 'undone'],
  cancelled: ['undone'],
  completed: ['undone'],
  undone: [],
} as const satisfies Record<string, readonly string[]>;

export type ImportState = Exclude<keyof typeof importTransitions, ''>;
export const importStates = Object.keys(importTransitions).filter(Boolean) as ImportState[];
