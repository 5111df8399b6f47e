'use client';

import { useState } from 'react';
import { connectMailbox, testMailbox, updateMailbox } from '@/features/threads/mailbox-actions';
import type { MailboxTestDto } from '@/features/threads/schemas/mailbox-connection';
import type { MailboxDto } from '@/features/threads/schemas/mailbox';
import { notify } from '@/ui/notify';
import { useNow, useWorkspace } from '@/ui/shell/workspace-scope';
import { useKeptValues } from '@/ui/use-kept-values';
import { useSubmit } from '@/ui/use-submit';
import { historyFrom, startingValues, toAccount } from './account-form';

interface MailboxForm {
  mailbox: MailboxDto | null;
  brands: readonly { id: string; name: string }[];
  onSaved: () => void;
}

/** What is typed into the form of a mailbox, tried and saved. */
export function useMailboxForm({ mailbox, brands, onSaved }: MailboxForm) {
  const { slug, can } = useWorkspace();
  const now = useNow();
  const connected = mailbox?.connection ? mailbox : null;
  const initial = startingValues(mailbox, { brandId: brands[0]?.id ?? '', shared: can('mailbox.share') });
  const { values, set, clear } = useKeptValues(`mailbox:${mailbox?.id ?? 'new'}`, initial);
  const [password, setPassword] = useState('');
  const [tested, setTested] = useState<MailboxTestDto | null>(null);
  const saving = useSubmit();
  const testing = useSubmit();
  const account = toAccount(values, password);

  async function test() {
    setTested(null);
    await testing.submit(async () => {
      const result = await testMailbox(slug, { ...(connected && { id: connected.id }), account });
      if (result.ok) setTested(result.data);
      return result;
    });
  }

  function write() {
    const { brandId, address, displayName, kind, visibility, history } = values;
    if (connected) return updateMailbox(slug, { id: connected.id, displayName, visibility, account });
    const from = historyFrom(history, new Date(now));
    return connectMailbox(slug, { brandId, address, displayName, kind, visibility, account, historyFrom: from });
  }

  async function save() {
    setTested(null);
    if (!(await saving.submit(write))) return;
    clear();
    notify.done(connected ? `${connected.address} was changed` : `${values.address} is connected`);
    onSaved();
  }

  const ofServers = ['account.imap', 'account.smtp'].map((path) => saving.errorOf(path));
  const problems = [saving.message, testing.message, ...ofServers].filter((problem) => problem !== undefined);
  const errorOf = (path: string) => saving.errorOf(path) ?? testing.errorOf(path);
  return {
    connected: connected !== null,
    fields: { values, set, password, setPassword, errorOf },
    problems,
    tested,
    test,
    testing: testing.pending,
    save,
    saving: saving.pending,
  };
}
