'use client';

import { Mail, Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { archiveMailbox, disconnectMailbox, pauseMailbox, resumeMailbox } from '@/features/threads/mailbox-actions';
import type { MailboxDto } from '@/features/threads/schemas/mailbox';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { EmptyState } from '@/ui/empty-state';
import { useLive } from '@/ui/live/live-provider';
import { notify } from '@/ui/notify';
import { Section } from '@/ui/section';
import { useWorkspace } from '@/ui/shell/workspace-scope';
import { MailboxDialog } from './mailbox-dialog';
import { MailboxRow, type MailboxVerb } from './mailbox-row';

interface MailboxSettingsProps {
  brands: readonly { id: string; name: string }[];
  mailboxes: readonly MailboxDto[];
}

const verbs = { pause: pauseMailbox, resume: resumeMailbox, disconnect: disconnectMailbox, archive: archiveMailbox };

/** The mailboxes of the workspace: connect one, see how far it was read and what is wrong, stop it. */
export function MailboxSettings({ brands, mailboxes }: MailboxSettingsProps) {
  const router = useRouter();
  const { slug, can } = useWorkspace();
  const [open, setOpen] = useState<{ mailbox: MailboxDto | null } | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  useLive([{ type: 'mailbox' }], () => router.refresh());

  async function carryOut(mailbox: MailboxDto, verb: keyof typeof verbs) {
    const result = await verbs[verb](slug, { id: mailbox.id });
    setAsked(null);
    if (!result.ok) notify.failed(`${mailbox.address} was not changed`, { description: result.error.message });
    router.refresh();
  }
  function choose(mailbox: MailboxDto, verb: MailboxVerb) {
    if (verb === 'settings') setOpen({ mailbox });
    else if (verb === 'disconnect' || verb === 'archive') setAsked({ mailbox, verb });
    else void carryOut(mailbox, verb);
  }

  const connect = can('mailbox.update') && brands.length > 0 && (
    <Button variant="primary" icon={<Plus />} onClick={() => setOpen({ mailbox: null })}>
      Connect a mailbox
    </Button>
  );
  return (
    <>
      {mailboxes.length === 0 ? (
        <EmptyState
          icon={<Mail />}
          title="No mailbox yet"
          description="Connect the address your team writes to creators from. What comes in and goes out is kept here."
          action={connect}
        />
      ) : (
        <Section title="Mailboxes" variant="card" action={connect}>
          <ul className="divide-y divide-line">
            {mailboxes.map((mailbox) => (
              <MailboxRow
                key={mailbox.id}
                mailbox={mailbox}
                mayChange={mailbox.owned || can('mailbox.share')}
                onChoose={(verb) => choose(mailbox, verb)}
              />
            ))}
          </ul>
        </Section>
      )}
      {open && (
        <MailboxDialog
          mailbox={open.mailbox}
          brands={brands}
          onClose={() => setOpen(null)}
          onSaved={() => {
            setOpen(null);
            router.refresh();
          }}
        />
      )}
      {asked && (
        <AskFirst
          {...asked}
          onCancel={() => setAsked(null)}
          onConfirm={() => void carryOut(asked.mailbox, asked.verb)}
        />
      )}
    </>
  );
}

interface Asked {
  mailbox: MailboxDto;
  verb: 'disconnect' | 'archive';
}

function AskFirst({ mailbox, verb, onCancel, onConfirm }: Asked & { onCancel: () => void; onConfirm: () => void }) {
  const label = verb === 'archive' ? 'Archive' : 'Disconnect';
  return (
    <ConfirmDialog
      open
      onOpenChange={onCancel}
      title={`${label} ${mailbox.address}?`}
      confirmLabel={label}
      danger
      onConfirm={onConfirm}
    >
      Its password is forgotten and nothing more comes in. What was kept of it stays; connecting it again goes on from
      where it was{verb === 'archive' ? ', and until then it can no longer be chosen' : ''}.
    </ConfirmDialog>
  );
}
