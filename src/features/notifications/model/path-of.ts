import { encodeId, idPrefixes, type IdKind } from '@/shared/ids';

interface Subject {
  subjectType: string;
  subjectId: string;
  creatorId: string | null;
}

/** Where a notification leads, below the workspace's address; the creator's record for what shows there. */
export function pathOf({ subjectType, subjectId, creatorId }: Subject): string {
  const own = ownPlaces[subjectType];
  if (own) return own(isIdKind(subjectType) ? encodeId(subjectType, subjectId) : '');
  if (creatorId === null) return 'creators';
  const tab = tabs[subjectType];
  return `creators/${encodeId('creator', creatorId)}${tab ? `?tab=${tab}` : ''}`;
}

const ownPlaces: Record<string, (id: string) => string> = {
  import: (id) => `imports/${id}`,
  thread: (id) => `inbox?thread=${id}`,
  task: (id) => `tasks?task=${id}`,
  mailbox: () => 'settings/mailboxes',
};

/** Of the creator's record. */
const tabs: Record<string, string> = { note: 'notes', message: 'conversation', quote: 'quotes' };

function isIdKind(type: string): type is IdKind {
  return type in idPrefixes;
}
