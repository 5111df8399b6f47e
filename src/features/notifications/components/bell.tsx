'use client';

import { Bell as BellIcon } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useCallback, useEffect, useState } from 'react';
import { callRead } from '@/ui/call-read';
import { IconButton } from '@/ui/icon-button';
import { useLive } from '@/ui/live/live-provider';
import { Popover } from '@/ui/popover';
import { useWorkspace } from '@/ui/shell/workspace-scope';

const BellList = dynamic(() => import('./bell-list').then((module) => module.BellList), { ssr: false });

const mostShown = 99;
const rings = [{ kind: 'notification' as const }];

/** What this person was told: how much of it is new, and the list of it. */
export function Bell() {
  const { slug } = useWorkspace();
  const [open, setOpen] = useState(false);
  const [unread, setUnread] = useState(0);
  const count = useCallback(
    () => callRead<number>({ workspace: slug, name: 'count-unread-notifications' }).then(setUnread, () => undefined),
    [slug],
  );
  useEffect(() => {
    void count();
  }, [count]);
  useLive(rings, () => void count());
  const label = unread > 0 ? `Notifications, ${unread} unread` : 'Notifications';
  const shown = unread > mostShown ? `${mostShown}+` : unread;
  const icon = (
    <span className="relative">
      <BellIcon className="size-4" />
      {unread > 0 && (
        <span className="num absolute -top-2 -right-2.5 min-w-4 rounded-full bg-accent px-1 text-center text-[10px] leading-4 font-semibold text-accent-ink">
          {shown}
        </span>
      )}
    </span>
  );
  return (
    <Popover
      label="Notifications"
      open={open}
      onOpenChange={setOpen}
      align="start"
      className="flex max-h-[min(32rem,80dvh)] w-[min(24rem,calc(100vw-1.5rem))] flex-col p-0"
      trigger={<IconButton aria-label={label} icon={icon} className="size-9 coarse:size-11" />}
    >
      <BellList unread={unread} onDone={() => setOpen(false)} />
    </Popover>
  );
}
