'use client';

import type { MailboxDto } from '@/features/threads/schemas/mailbox';
import type { MailboxTestDto } from '@/features/threads/schemas/mailbox-connection';
import { Button } from '@/ui/button';
import { Callout } from '@/ui/callout';
import { Dialog } from '@/ui/dialog';
import { useWorkspace } from '@/ui/shell/workspace-scope';
import { AccountFields } from './account-fields';
import { useMailboxForm } from './use-mailbox-form';

export interface MailboxDialogProps {
  /** The one to change or to connect; null: a new one. */
  mailbox: MailboxDto | null;
  brands: readonly { id: string; name: string }[];
  onClose: () => void;
  onSaved: () => void;
}

/** Connects a mailbox, or changes how it is reached. What was typed stays, but for the password. */
export function MailboxDialog(props: MailboxDialogProps) {
  const { mailbox, brands, onClose } = props;
  const { can } = useWorkspace();
  const form = useMailboxForm(props);
  const { connected, problems } = form;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="l"
      title={connected ? `Settings of ${mailbox?.address ?? ''}` : 'Connect a mailbox'}
      description="Both servers are tried before anything is saved. The password is kept encrypted and never shown again."
      footer={
        <>
          <Button pending={form.testing} onClick={() => void form.test()}>
            Test connection
          </Button>
          <Button variant="primary" pending={form.saving} onClick={() => void form.save()}>
            {connected ? 'Save' : 'Connect'}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {problems.map((problem) => (
          <div key={problem} ref={showIt}>
            <Callout tone="late" urgent>
              {problem}
            </Callout>
          </div>
        ))}
        <AccountFields {...form.fields} brands={brands} connected={connected} mayShare={can('mailbox.share')} />
        {form.tested && problems.length === 0 && <TestResult result={form.tested} />}
      </div>
    </Dialog>
  );
}

/** The form is longer than the dialog. */
function showIt(node: HTMLElement | null): void {
  node?.scrollIntoView({ block: 'nearest' });
}

function TestResult({ result: { imap, smtp } }: { result: MailboxTestDto }) {
  const lines = [
    { name: 'Incoming mail (IMAP)', ...imap },
    { name: 'Outgoing mail (SMTP)', ...smtp },
  ];
  return (
    <div ref={showIt} role="status" className="flex flex-col gap-2">
      {lines.map(({ name, ok, message }) => (
        <Callout key={name} tone={ok ? 'done' : 'late'} title={ok ? `${name} works` : name}>
          {message}
        </Callout>
      ))}
    </div>
  );
}
