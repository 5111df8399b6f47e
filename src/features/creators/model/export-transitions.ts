/** Every move an export may make; `''` is the state a row begins in. The database refuses any other. */
export const exportTransitions = {
  '': ['pending'],
  pending: ['running', 'cancelled', 'failed'],
  running: ['completed', 'failed', 'cancelled'],
  completed: [],
  failed: [],
  cancelled: [],
} as const satisfies Record<string, readonly string[]>;

export type ExportState = Exclude<keyof typeof exportTransitions, ''>;
export const exportStates = Object.keys(exportTransitions).filter(Boolean) as ExportState[];
