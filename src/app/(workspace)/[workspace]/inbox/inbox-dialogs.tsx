'use client';

import dynamic from 'next/dynamic';
import type { InboxFilter } from '@/features/threads/components/inbox/inbox-filter';

const SaveViewDialog = dynamic(
  () => import('@/features/threads/components/inbox/save-view-dialog').then((module) => module.SaveViewDialog),
  { ssr: false },
);
const LogMessageDialog = dynamic(
  () => import('@/features/threads/components/inbox/log-message-dialog').then((module) => module.LogMessageDialog),
  { ssr: false },
);

export type InboxDialog = 'save' | 'log' | null;

interface InboxDialogsProps {
  open: InboxDialog;
  filter: InboxFilter;
  onClose: () => void;
  onSaved: () => void;
  onLogged: (threadId: string) => void;
}

/** What opens over the inbox, loaded when it first does. */
export function InboxDialogs({ open, filter, onClose, onSaved, onLogged }: InboxDialogsProps) {
  const closing =
    <Values extends unknown[]>(then: (...values: Values) => void) =>
    (...values: Values) => {
      onClose();
      then(...values);
    };
  if (open === 'save') return <SaveViewDialog filter={filter} onClose={onClose} onSaved={closing(onSaved)} />;
  if (open === 'log') return <LogMessageDialog onClose={onClose} onLogged={closing(onLogged)} />;
  return null;
}
