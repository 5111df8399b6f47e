import { createContext, type Context } from '@/platform/auth/context';
import { newId } from '@/shared/ids';
import { permissions } from '@/shared/permissions';

const allPermissions = new Set(permissions);

export interface WorkerContextParts {
  workspaceId: string;
  now: Date;
  /** The event's, so that one id leads from the click to the mail; a fresh one for the worker's own scans. */
  requestId?: string;
}

/** The worker acts for the workspace of the row it read, may do everything there, and is nobody's person. */
export function createWorkerContext({ workspaceId, now, requestId = newId() }: WorkerContextParts): Context {
  return createContext({
    workspaceId,
    actor: { type: 'worker' },
    role: null,
    permissions: allPermissions,
    scope: { brandIds: 'all', campaignIds: 'all' },
    fields: { money: true, personal: true },
    now,
    requestId,
  });
}
