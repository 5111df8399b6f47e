import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { AppError } from '@/shared/errors';

/** Prefix of each noun's ids outside the database. Inside they are UUIDv7. */
export const idPrefixes = {
  workspace: 'wsp',
  user: 'usr',
  membership: 'mem',
  brand: 'brd',
  apiKey: 'key',
  creator: 'crt',
  handle: 'hdl',
  emailAddress: 'adr',
  phoneNumber: 'phn',
  agency: 'agy',
  contact: 'con',
  tag: 'tag',
  customField: 'fld',
  note: 'nte',
  quote: 'quo',
  merge: 'mrg',
  segment: 'seg',
  audience: 'aud',
  import: 'imp',
  export: 'exp',
  file: 'fil',
  mailbox: 'mbx',
  thread: 'thr',
  message: 'msg',
  recipient: 'rcp',
  attachment: 'att',
  template: 'tpl',
  inboxView: 'ibv',
  task: 'tsk',
  notification: 'ntf',
  event: 'evt',
  effect: 'eff',
  request: 'req',
} as const;

export type IdKind = keyof typeof idPrefixes;

/** A fresh UUIDv7: sorts by the time it was made. */
export function newId(): string {
  return uuidv7();
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isUuid(value: string): boolean {
  return uuidPattern.test(value);
}

/** `crt_` and the 32 hex digits of the UUID. */
export function encodeId(kind: IdKind, uuid: string): string {
  return `${idPrefixes[kind]}_${uuid.replaceAll('-', '')}`;
}

function parseId(kind: IdKind, value: string): string | null {
  const match = /^([a-z]{3})_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/.exec(value);
  if (!match || match[1] !== idPrefixes[kind]) return null;
  return match.slice(2).join('-');
}

/**
 * The UUID behind an outside id. One that is malformed or of another noun is `not_found`, like one that is missing:
 * an id in an address says nothing about what exists.
 */
export function decodeId(kind: IdKind, value: string): string {
  const uuid = parseId(kind, value);
  if (uuid === null) throw new AppError('not_found');
  return uuid;
}

/** An outside id in a body or a query, checked and turned into its UUID. */
export function idSchema(kind: IdKind) {
  return z
    .string()
    .refine((value) => parseId(kind, value) !== null, { message: `must be an id like ${idPrefixes[kind]}_…` })
    .transform((value) => decodeId(kind, value))
    .meta({ description: `Id of a ${kind}: ${idPrefixes[kind]}_ and 32 hex digits` });
}

/** An outside id in an address, turned into its UUID. Throws `not_found` where `idSchema` would name the field. */
export function pathIdSchema(kind: IdKind) {
  return z
    .string()
    .transform((value) => decodeId(kind, value))
    .meta({ description: `Id of a ${kind}: ${idPrefixes[kind]}_ and 32 hex digits` });
}
