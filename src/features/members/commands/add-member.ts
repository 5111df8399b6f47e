import { memberAdded } from '@/features/members/events';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';
import { newId } from '@/shared/ids';
import type { Role } from '@/shared/permissions';

export interface NewMember {
  email: string;
  name: string;
  role: Role;
  /** argon2id; kept as it is for a person who is known already. */
  passwordHash?: string;
  timeZone?: string;
}

/** Adds a person to the workspace; a person known by this address keeps name and password. Answers both ids. */
export async function addMember(tx: Tx, input: NewMember): Promise<{ userId: string; membershipId: string }> {
  const email = input.email.trim().toLowerCase();
  const user = await tx.db.user.upsert({
    where: { email },
    update: {},
    create: {
      id: newId(),
      email,
      name: input.name,
      passwordHash: input.passwordHash ?? null,
      timeZone: input.timeZone ?? null,
    },
  });
  const known = await tx.db.membership.findFirst({ where: { userId: user.id } });
  if (known && known.removedAt === null && known.role === input.role)
    return { userId: user.id, membershipId: known.id };
  const member = known
    ? await tx.db.membership.update({ where: { id: known.id }, data: { role: input.role, removedAt: null } })
    : await tx.db.membership.create({
        data: {
          id: newId(),
          workspaceId: tx.ctx.workspaceId,
          userId: user.id,
          role: input.role,
          createdAt: tx.ctx.now,
        },
      });
  await recordEvent(tx, memberAdded, { subjectId: member.id, payload: { name: user.name, role: input.role } });
  return { userId: user.id, membershipId: member.id };
}
