/** Every move the connection of a mailbox may make. `failed` needs a person: a password, a host. */
export const connectionTransitions = {
  '': ['connected'],
  connected: ['paused', 'failed'],
  paused: ['connected'],
  failed: ['connected', 'paused'],
} as const satisfies Record<string, readonly string[]>;
