import type { Context } from '@/platform/auth/context';
import type { Tx } from '@/platform/db/in-workspace';
import type { Role } from '@/shared/permissions';

export type DemoPeople = Record<Role, { membershipId: string; userId: string; name: string }>;

export interface DemoWorkspace {
  brandId: string;
  mailboxId: string;
  members: DemoPeople;
  /** A Context of this member at this time. */
  as(role: Role, at: Date): Context;
}

/** One thing that happened: told in the order of time, so that ids and times agree. */
export interface Step {
  at: Date;
  by: Role;
  run(tx: Tx): Promise<unknown>;
}
