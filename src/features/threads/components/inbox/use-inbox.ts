'use client';

import { useCallback, useMemo, useState } from 'react';
import { staysInView, type InboxFilter } from '@/features/threads/components/inbox/inbox-filter';
import { changeThread } from '@/features/threads/thread-actions';
import type { ThreadDto, ThreadPage } from '@/features/threads/schemas/thread';
import { callRead } from '@/ui/call-read';
import { useLive } from '@/ui/live/live-provider';
import { notify } from '@/ui/notify';
import { useWorkspace } from '@/ui/shell/workspace-scope';
import { usePages } from '@/ui/use-pages';

/** What is shown of a conversation before the server has said so; `version`: until this is read. */
interface Shown {
  fields: Partial<ThreadDto>;
  version: number | null;
}

export interface ThreadMove {
  thread: ThreadDto;
  /** As the action takes it. */
  change: object;
  shown: Partial<ThreadDto>;
  /** What is said once it is done, with its opposite. */
  said?: { message: string; undo: object; shown: Partial<ThreadDto> } | undefined;
}

const idOf = ({ id }: ThreadDto) => id;

/** The list of one view, what was changed in it a moment ago, and how to change more. */
export function useInbox(filter: InboxFilter, me: string | null) {
  const { slug } = useWorkspace();
  const [revision, setRevision] = useState(0);
  const [ahead, setAhead] = useState<Record<string, Shown>>({});
  const asked = JSON.stringify(filter);
  const load = useCallback(
    (cursor: string | undefined, signal: AbortSignal) =>
      callRead<ThreadPage>(
        { workspace: slug, name: 'find-threads', signal },
        { ...(JSON.parse(asked) as InboxFilter), limit: 40, ...(cursor && { cursor }) },
      ),
    [slug, asked],
  );
  const pages = usePages({ load, idOf, revision });
  const refresh = useCallback(() => setRevision((count) => count + 1), []);
  useLive([{ type: 'thread' }, { type: 'message' }], refresh);
  const show = useCallback((thread: ThreadDto) => withAhead(thread, ahead[thread.id]), [ahead]);
  const threads = useMemo(
    () => pages.items.map(show).filter((thread) => !(thread.id in ahead) || staysInView(filter, thread, me)),
    [pages.items, show, ahead, filter, me],
  );

  /** Shows a change at once and asks for it; refused, it is as it was. Answers whether it was done. */
  const carryOut = useCallback(
    async ({ thread, change, shown }: ThreadMove): Promise<boolean> => {
      const set = (next: Shown) => setAhead((current) => ({ ...current, [thread.id]: next }));
      set({ fields: shown, version: null });
      const answer = await changeThread(slug, { id: thread.id, change }).catch(() => null);
      if (answer?.ok) {
        set({ fields: shown, version: answer.data.version });
        refresh();
        return true;
      }
      setAhead(({ [thread.id]: _gone, ...others }) => others);
      notify.failed('Nothing was changed', { description: answer?.error.message ?? 'The server did not answer.' });
      return false;
    },
    [slug, refresh],
  );
  const move = async (one: ThreadMove): Promise<void> => {
    const done = await carryOut(one);
    const { said, thread, shown } = one;
    if (!done || !said) return;
    const back = { thread: { ...thread, ...shown }, change: said.undo, shown: said.shown };
    notify.undoable(said.message, () => void carryOut(back));
  };
  return { ...pages, threads, show, move, refresh, revision };
}

function withAhead(thread: ThreadDto, shown: Shown | undefined): ThreadDto {
  if (!shown || (shown.version !== null && thread.version >= shown.version)) return thread;
  return { ...thread, ...shown.fields };
}
