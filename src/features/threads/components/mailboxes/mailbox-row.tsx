'use client';

import { Ellipsis } from 'lucide-react';
import type { MailboxDto } from '@/features/threads/schemas/mailbox';
import { Button } from '@/ui/button';
import { DropdownMenu, MenuItem } from '@/ui/dropdown-menu';
import { IconButton } from '@/ui/icon-button';
import { useFormat } from '@/ui/locale-provider';
import { Progress } from '@/ui/progress';
import { StatusBadge } from '@/ui/badge';

export type MailboxVerb = 'settings' | 'pause' | 'resume' | 'disconnect' | 'archive';
type Connection = MailboxDto['connection'];

interface MailboxRowProps {
  mailbox: MailboxDto;
  mayChange: boolean;
  onChoose: (verb: MailboxVerb) => void;
}

export function MailboxRow({ mailbox, mayChange, onChoose }: MailboxRowProps) {
  const { address, displayName, brandName, kind, connection } = mailbox;
  return (
    <li className="flex flex-col gap-2 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <div className="min-w-0 flex-1 basis-60">
          <p className="truncate font-medium">{address}</p>
          <p className="text-sm text-ink-3">
            {displayName} · {brandName} · {kind === 'shared' ? 'the team’s' : 'personal'}
          </p>
        </div>
        <StatusBadge kind="mailboxState" value={stateOf(connection)} />
        {mayChange && <RowActions {...{ mailbox, onChoose }} />}
      </div>
      {connection && <Details connection={connection} />}
    </li>
  );
}

const labels: Record<MailboxVerb, string> = {
  settings: 'Settings',
  pause: 'Pause',
  resume: 'Read again',
  disconnect: 'Disconnect',
  archive: 'Archive',
};

function verbsFor(connection: Connection): MailboxVerb[] {
  if (!connection) return ['archive'];
  return ['settings', connection.state === 'connected' ? 'pause' : 'resume', 'disconnect', 'archive'];
}

function RowActions({ mailbox: { address, connection }, onChoose }: Pick<MailboxRowProps, 'mailbox' | 'onChoose'>) {
  const first = !connection ? 'Connect' : connection.state === 'failed' ? 'Mend' : null;
  return (
    <>
      {first && (
        <Button size="s" onClick={() => onChoose('settings')} aria-label={`${first} ${address}`}>
          {first}
        </Button>
      )}
      <DropdownMenu
        align="end"
        trigger={<IconButton aria-label={`More for ${address}`} icon={<Ellipsis />} size="s" />}
      >
        {verbsFor(connection).map((verb) => (
          <MenuItem key={verb} danger={verb === 'disconnect' || verb === 'archive'} onSelect={() => onChoose(verb)}>
            {labels[verb]}
          </MenuItem>
        ))}
      </DropdownMenu>
    </>
  );
}

/** The word of the status map for what one sees of a connection. */
function stateOf(connection: Connection): 'unconnected' | 'connected' | 'importing' | 'waiting' | 'paused' | 'failed' {
  if (!connection) return 'unconnected';
  if (connection.state !== 'connected') return connection.state;
  if (connection.problem) return 'waiting';
  return isImporting(connection) ? 'importing' : 'connected';
}

function isImporting({ syncedAt, historyDone, historyTotal }: NonNullable<Connection>): boolean {
  return syncedAt === null || historyDone < historyTotal;
}

function Details({ connection }: { connection: NonNullable<Connection> }) {
  const format = useFormat();
  const { problem, historyDone, historyTotal, skipped, syncedAt, state } = connection;
  const counted = `${format.number(historyDone)} of ${format.number(historyTotal)}`;
  return (
    <div className="flex flex-col gap-1.5 text-sm text-ink-2">
      {problem && <p className="text-late">{problem}</p>}
      {state === 'connected' && isImporting(connection) && historyTotal > 0 && (
        <Progress label="Import" value={historyDone} max={historyTotal} valueText={`${counted} messages`} />
      )}
      <p className="text-ink-3">
        {syncedAt ? `Last read ${format.dateTime(syncedAt)}` : 'Not read yet'}
        {skipped > 0 && ` · ${format.number(skipped)} messages left where they lie: too large, or not readable`}
      </p>
    </div>
  );
}
