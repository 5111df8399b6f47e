'use client';

import { KeyRound, Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { revokeApiKey } from '@/features/members/actions';
import { NewApiKeyDialog } from '@/features/members/components/new-api-key-dialog';
import type { ApiKeyDto } from '@/features/members/schemas/api-key';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { EmptyState } from '@/ui/empty-state';
import { useFormat } from '@/ui/locale-provider';
import { notify } from '@/ui/notify';
import { Section } from '@/ui/section';

/** The workspace's bearer keys: made here, shown once, revoked here. */
export function ApiKeys({ workspace, apiKeys }: { workspace: string; apiKeys: ApiKeyDto[] }) {
  const router = useRouter();
  const [creating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<ApiKeyDto | null>(null);
  const [pending, setPending] = useState(false);

  async function revoke(key: ApiKeyDto) {
    setPending(true);
    const result = await revokeApiKey(workspace, { id: key.id });
    setPending(false);
    setRevoking(null);
    if (result.ok) notify.done(`“${key.name}” was revoked`);
    else notify.failed('The key was not revoked', { description: result.error.message });
    router.refresh();
  }

  const create = (
    <Button variant="primary" icon={<Plus />} onClick={() => setCreating(true)}>
      New key
    </Button>
  );
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-4">
      {apiKeys.length === 0 ? (
        <EmptyState
          icon={<KeyRound />}
          title="No keys yet"
          description="A key lets another program read and write this workspace through /api/v1, with the permissions you give it."
          action={create}
        />
      ) : (
        <Section title="Keys" variant="card" action={create}>
          <ul className="divide-y divide-line">
            {apiKeys.map((key) => (
              <KeyRow key={key.id} apiKey={key} onRevoke={() => setRevoking(key)} />
            ))}
          </ul>
        </Section>
      )}
      <NewApiKeyDialog
        workspace={workspace}
        open={creating}
        onOpenChange={(open) => {
          setCreating(open);
          if (!open) router.refresh();
        }}
      />
      <ConfirmDialog
        open={revoking !== null}
        onOpenChange={() => setRevoking(null)}
        title={`Revoke “${revoking?.name ?? ''}”?`}
        confirmLabel="Revoke"
        danger
        pending={pending}
        onConfirm={() => revoking && void revoke(revoking)}
      >
        Programs that use it are refused from their next request on. This cannot be taken back; a new key can be made.
      </ConfirmDialog>
    </div>
  );
}

function KeyRow({ apiKey, onRevoke }: { apiKey: ApiKeyDto; onRevoke: () => void }) {
  const format = useFormat();
  const used = apiKey.lastUsedAt ? `last used ${format.dateTime(apiKey.lastUsedAt)}` : 'never used';
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{apiKey.name}</p>
        <p className="text-sm text-ink-3">
          <code>{apiKey.prefix}…</code> · {apiKey.permissions.length} permissions · {used}
        </p>
      </div>
      {apiKey.revokedAt ? (
        <Badge tone="planned">Revoked</Badge>
      ) : (
        <Button size="s" onClick={onRevoke} aria-label={`Revoke ${apiKey.name}`}>
          Revoke
        </Button>
      )}
    </li>
  );
}
