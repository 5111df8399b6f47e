import type { ImapFolder } from '@/platform/mail/imap/list-folders';

const left = ['junk', 'trash', 'drafts', 'flagged', 'all'];

/**
 * The folders whose messages are correspondence. Where the server has one with all of them (Gmail), each lies there once,
 * under whatever labels: it and the inbox, which tells when something comes, are enough.
 */
export function chooseFolders(folders: readonly ImapFolder[]): ImapFolder[] {
  const all = folders.filter(({ role }) => role === 'all');
  const inbox = folders.filter(({ role }) => role === 'inbox');
  return all.length > 0 ? [...all, ...inbox] : folders.filter(({ role }) => !left.includes(role));
}
