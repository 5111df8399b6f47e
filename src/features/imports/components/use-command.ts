'use client';

import { useState } from 'react';
import type { startImport } from '@/features/imports/actions';
import type { FollowedImport } from '@/features/imports/components/use-import';
import { notify } from '@/ui/notify';
import { useWorkspace } from '@/ui/shell/workspace-scope';

type Command = typeof startImport;

export interface CommandRunner {
  /** The command under way, for the button that began it. */
  pending: Command | null;
  /** Shows what the import became; true when it did. A refusal is said, and the import read anew. */
  run: (command: Command) => Promise<boolean>;
}

/** Pause, resume, cancel, start, undo: what a button does to the import of this page. */
export function useCommand({ current, show, reload }: FollowedImport): CommandRunner {
  const { slug } = useWorkspace();
  const [pending, setPending] = useState<Command | null>(null);
  async function run(command: Command): Promise<boolean> {
    setPending(() => command);
    const result = await command(slug, { id: current.id }).catch(() => null);
    setPending(null);
    if (result?.ok) {
      show(result.data);
      return true;
    }
    notify.failed(result?.error.message ?? 'The server did not answer.', {
      description: 'The import stands as it is shown here. Try again.',
    });
    reload();
    return false;
  }
  return { pending, run };
}
