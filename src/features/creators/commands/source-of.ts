import type { Tx } from '@/platform/db/in-workspace';

/** Where something comes from when nobody says so. */
export function sourceOf(tx: Tx): 'person' | 'api' | 'import' {
  switch (tx.ctx.actor.type) {
    case 'user':
      return 'person';
    case 'key':
      return 'api';
    case 'worker':
      return 'import';
  }
}
