import type { ThreadView } from '@/features/threads/schemas/find-threads';
import type { ThreadDto } from '@/features/threads/schemas/thread';

/** What the list is narrowed to; ids as the API gives them. */
export interface InboxFilter {
  view: ThreadView;
  channel?: string | undefined;
  mailboxId?: string | undefined;
  tag?: string | undefined;
  assigneeId?: string | undefined;
}

export const viewLabels: Record<ThreadView, string> = {
  mine: 'Mine',
  unassigned: 'Unassigned',
  waiting_on_us: 'Waiting on us',
  waiting_on_them: 'Waiting on them',
  open: 'All open',
  following: 'Following',
  triage: 'Unknown senders',
  automatic: 'Automatic',
  snoozed: 'Snoozed',
  done: 'Done',
  all: 'Everything',
};

export const channelLabels: Record<string, string> = {
  email: 'E-mail',
  instagram: 'Instagram',
  messenger: 'Messenger',
  whatsapp: 'WhatsApp',
  tiktok: 'TikTok',
  youtube: 'YouTube',
  phone: 'Phone',
  portal: 'Portal',
  other: 'Other',
};

/** Whether a conversation that was changed a moment ago still belongs into the list, before the server says so. */
export function staysInView(filter: InboxFilter, thread: ThreadDto, me: string | null): boolean {
  const open = thread.state === 'open';
  switch (filter.view) {
    case 'mine':
      return open && thread.assignee?.id === me;
    case 'unassigned':
      return open && thread.assignee === null && !thread.triage;
    case 'waiting_on_us':
    case 'waiting_on_them':
    case 'automatic':
    case 'open':
      return open;
    case 'snoozed':
    case 'done':
      return thread.state === filter.view;
    case 'triage':
      return thread.triage && thread.state !== 'done';
    case 'following':
    case 'all':
      return true;
  }
}

/** How a conversation is called in a list: by whom it is about, else by who wrote, else by its subject. */
export function nameOfThread({ creators, last, subject }: ThreadDto): string {
  const names = creators.filter(({ state }) => state === 'confirmed').map(({ displayName }) => displayName);
  return names.join(', ') || (last?.direction === 'incoming' ? last.from : '') || subject || 'Somebody';
}
