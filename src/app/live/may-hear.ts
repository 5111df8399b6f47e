import type { Context } from '@/platform/auth/context';
import type { LiveChange } from '@/platform/live/live-notice';
import type { HeardChange } from '@/platform/live/live-stream';
import { encodeId, idPrefixes, type IdKind } from '@/shared/ids';
import type { Permission } from '@/shared/permissions';

/** Who may know that a row of this noun changed: those who may read it. A noun that is not here is told to nobody. */
const readableBy: Partial<Record<IdKind, Permission>> = {
  workspace: 'workspace.read',
  membership: 'member.read',
  brand: 'brand.read',
  apiKey: 'api_key.read',
  creator: 'creator.read',
  handle: 'creator.read',
  emailAddress: 'creator.read',
  phoneNumber: 'creator.read',
  audience: 'creator.read',
  agency: 'contact.read',
  contact: 'contact.read',
  customField: 'creator.read',
  note: 'note.read',
  quote: 'quote.read',
  segment: 'segment.read',
  import: 'import.read',
  export: 'creator.export',
  mailbox: 'mailbox.read',
  template: 'message.read',
  inboxView: 'message.read',
  thread: 'message.read',
  message: 'message.read',
  task: 'task.read',
  effect: 'effect.read',
};

/** Nouns of which a person may see some rows and not others: a mailbox has its own readers. */
const narrower: ReadonlySet<string> = new Set(['mailbox', 'thread', 'message']);

/**
 * What a person hears of a change: what it is about, never what it says. Who works on some brands only is told that
 * something of the kind changed, and reads again what they may see.
 */
export function mayHear(ctx: Context, { kind, type, id, creatorId }: LiveChange): HeardChange | null {
  if (!isIdKind(type)) return null;
  if (kind === 'notification') return isOwn(ctx, id) ? { kind, type, id: encodeId(type, id), creatorId: null } : null;
  const permission = readableBy[type];
  if (!permission || !ctx.permissions.has(permission)) return null;
  if (ctx.scope.brandIds !== 'all' && narrower.has(type))
    return kind === 'presence' ? null : { kind, type, id: null, creatorId: null };
  return { kind, type, id: encodeId(type, id), creatorId: creatorId && encodeId('creator', creatorId) };
}

function isIdKind(type: string): type is IdKind {
  return type in idPrefixes;
}

function isOwn(ctx: Context, membershipId: string): boolean {
  return ctx.actor.type === 'user' && ctx.actor.membershipId === membershipId;
}
