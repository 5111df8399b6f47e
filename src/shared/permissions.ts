/**
 * Who may do what. One table: the wrappers check it, the API's key scopes are taken from it, the generated
 * authorization test walks it.
 */
export const roles = ['admin', 'manager', 'marketer', 'legal', 'finance', 'viewer'] as const;
export type Role = (typeof roles)[number];

const everyone: readonly Role[] = roles;
const writers: readonly Role[] = ['admin', 'manager', 'marketer'];

export const permissionTable = {
  'workspace.read': everyone,
  'member.read': everyone,
  'brand.read': everyone,
  'brand.update': ['admin', 'manager'],
  'mailbox.read': everyone,
  /** One's own; `mailbox.share` for those of the team. */
  'mailbox.update': writers,
  'mailbox.share': ['admin', 'manager'],
  'creator.read': everyone,
  'creator.create': writers,
  'creator.update': writers,
  'creator.archive': writers,
  'creator.merge': writers,
  'creator.export': ['admin', 'manager', 'marketer', 'legal', 'finance'],
  'contact.read': everyone,
  'contact.update': writers,
  'note.read': everyone,
  'note.create': ['admin', 'manager', 'marketer', 'legal', 'finance'],
  'quote.read': ['admin', 'manager', 'marketer', 'legal', 'finance'],
  'quote.create': writers,
  'custom_field.update': ['admin', 'manager'],
  'segment.read': everyone,
  'segment.update': writers,
  'import.read': writers,
  'import.create': writers,
  'import.undo': ['admin', 'manager'],
  'message.read': everyone,
  'message.send': writers,
  'thread.update': ['admin', 'manager', 'marketer', 'legal', 'finance'],
  'template.update': writers,
  'task.read': everyone,
  'task.update': ['admin', 'manager', 'marketer', 'legal', 'finance'],
  'message.receive': writers,
  'search.read': everyone,
  'notification.read': ['admin'],
  'notification.update': ['admin', 'manager'],
  'audit.read': ['admin', 'manager', 'legal'],
  'api_key.read': ['admin'],
  'api_key.update': ['admin'],
  'effect.read': ['admin'],
  'effect.update': ['admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissionTable;
export const permissions = Object.keys(permissionTable) as Permission[];

/** What a role may do. */
export function permissionsOf(role: Role): ReadonlySet<Permission> {
  return new Set(permissions.filter((permission) => (permissionTable[permission] as readonly Role[]).includes(role)));
}

/** The permissions a key can hold: those of its list that exist today. */
export function permissionsOfKey(granted: readonly string[]): ReadonlySet<Permission> {
  return new Set(permissions.filter((permission) => granted.includes(permission)));
}
