import type { ImapFlow } from 'imapflow';

export const folderRoles = ['inbox', 'sent', 'drafts', 'archive', 'all', 'junk', 'trash', 'flagged', 'other'] as const;
export type FolderRole = (typeof folderRoles)[number];

export interface ImapFolder {
  path: string;
  role: FolderRole;
}

const roleOf: Record<string, FolderRole> = {
  '\\Inbox': 'inbox',
  '\\Sent': 'sent',
  '\\Drafts': 'drafts',
  '\\Archive': 'archive',
  '\\All': 'all',
  '\\Junk': 'junk',
  '\\Trash': 'trash',
  '\\Flagged': 'flagged',
};

/** The folders that hold messages, with their roles (RFC 6154, or by their usual names where the server tells none). */
export async function listFolders(client: ImapFlow): Promise<ImapFolder[]> {
  const listed = await client.list();
  return listed
    .filter(({ flags }) => !flags.has('\\Noselect') && !flags.has('\\NonExistent'))
    .map(({ path, specialUse }) => ({ path, role: roleOf[specialUse ?? ''] ?? 'other' }));
}
