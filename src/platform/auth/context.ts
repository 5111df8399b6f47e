import type { Permission, Role } from '@/shared/permissions';

declare const contextBrand: unique symbol;

/** Who acts: a member, a key, or the worker on behalf of an event. */
export type Actor =
  | { type: 'user'; membershipId: string; userId: string; name: string }
  | { type: 'key'; keyId: string; name: string }
  | { type: 'worker' };

/** Which brands and campaigns a person works on; `all` is the ordinary case. */
export interface Scope {
  brandIds: 'all' | readonly string[];
  campaignIds: 'all' | readonly string[];
}

/** Which kinds of fields a person sees. */
export interface VisibleFields {
  money: boolean;
  personal: boolean;
}

export interface ContextParts {
  workspaceId: string;
  actor: Actor;
  /** Null for keys and the worker. */
  role: Role | null;
  permissions: ReadonlySet<Permission>;
  scope: Scope;
  fields: VisibleFields;
  now: Date;
  requestId: string;
}

/**
 * Whose request this is and what it may touch. Branded: only `platform/auth` (a request) and `platform/events`
 * (the worker, from the row) build one, so a command cannot run without a tenant.
 */
export type Context = Readonly<ContextParts> & { readonly [contextBrand]: true };

/** For `platform/auth`, `platform/events`, seeds and test support; nobody else may import it (boundaries). */
export function createContext(parts: ContextParts): Context {
  return Object.freeze({ ...parts }) as Context;
}
