'use client';

import { AtSign, BellOff, CircleAlert, Reply, Settings2, UserRoundCheck } from 'lucide-react';
import Link from 'next/link';
import { useCallback, useState, type ReactNode } from 'react';
import { readNotifications } from '@/features/notifications/actions';
import type { NotificationKind } from '@/features/notifications/model/notification-kinds';
import type { BellDto, NotificationDto } from '@/features/notifications/schemas/notification';
import { Button } from '@/ui/button';
import { callRead } from '@/ui/call-read';
import { EmptyState } from '@/ui/empty-state';
import { ListEnd } from '@/ui/list-end';
import { useLive } from '@/ui/live/live-provider';
import { useFormat } from '@/ui/locale-provider';
import { notify } from '@/ui/notify';
import { useNow, useWorkspace } from '@/ui/shell/workspace-scope';
import { Spinner } from '@/ui/spinner';
import { usePages } from '@/ui/use-pages';

const icons: Record<NotificationKind, ReactNode> = {
  mention: <AtSign className="text-accent-text" />,
  assignment: <UserRoundCheck className="text-accent-text" />,
  reply: <Reply className="text-accent-text" />,
  failure: <CircleAlert className="text-late" />,
};
const idOf = ({ id }: NotificationDto) => id;
const rings = [{ kind: 'notification' as const }];

/** What stands in the bell, newest first; opening one marks it as read. */
export function BellList({ unread, onDone }: { unread: number; onDone: () => void }) {
  const { slug } = useWorkspace();
  const [revision, setRevision] = useState(0);
  const load = useCallback(
    (cursor: string | undefined, signal: AbortSignal) =>
      callRead<BellDto>({ workspace: slug, name: 'find-own-notifications', signal }, cursor ? { cursor } : {}),
    [slug],
  );
  const pages = usePages({ load, idOf, revision });
  useLive(rings, () => setRevision((count) => count + 1));
  const read = async (ids?: string[]) => {
    const answer = await readNotifications(slug, ids ? { ids } : {}).catch(() => null);
    if (!answer?.ok) notify.failed('Not marked as read', { description: answer?.error.message });
  };
  return (
    <>
      <header className="flex h-10 shrink-0 items-center gap-2 border-b border-line pr-1.5 pl-3.5">
        <h2 className="font-semibold">Notifications</h2>
        <span className="ml-auto flex items-center gap-1">
          {unread > 0 && (
            <Button size="s" variant="quiet" onClick={() => void read()}>
              Mark all as read
            </Button>
          )}
          <Button asChild size="s" variant="quiet" icon={<Settings2 />}>
            <Link href={`/${slug}/settings/notifications`} onClick={onDone}>
              <span className="sr-only">Choose what you are told</span>
            </Link>
          </Button>
        </span>
      </header>
      <div className="min-h-0 overflow-y-auto">
        {pages.loading && (
          <p className="grid h-24 place-items-center">
            <Spinner />
          </p>
        )}
        {!pages.loading && !pages.failed && pages.items.length === 0 && (
          <EmptyState
            icon={<BellOff />}
            title="Nothing yet"
            description="Mentions, what becomes yours and what went wrong with your mails and imports stand here."
          />
        )}
        <ul>
          {pages.items.map((item) => (
            <Item
              key={item.id}
              item={item}
              href={`/${slug}/${item.path}`}
              onOpen={() => {
                if (item.readAt === null) void read([item.id]);
                onDone();
              }}
            />
          ))}
        </ul>
        <ListEnd
          hasMore={pages.hasMore}
          loading={pages.loadingMore}
          failed={pages.failed}
          onReached={pages.more}
          onRetry={pages.again}
        />
      </div>
    </>
  );
}

function Item({ item, href, onOpen }: { item: NotificationDto; href: string; onOpen: () => void }) {
  const format = useFormat();
  const now = useNow();
  const isNew = item.readAt === null;
  return (
    <li className="border-b border-line last:border-b-0">
      <Link
        href={href}
        onClick={onOpen}
        className="flex gap-2.5 px-3.5 py-2.5 hover:bg-sunken focus-visible:-outline-offset-2"
      >
        <span aria-hidden="true" className="mt-0.5 shrink-0 [&>svg]:size-4">
          {icons[item.kind]}
        </span>
        <span className="min-w-0 flex-1">
          <span className={isNew ? 'block font-medium' : 'block text-ink-2'}>{item.title}</span>
          {item.detail && <span className="mt-0.5 line-clamp-2 block text-sm text-ink-2">{item.detail}</span>}
          <span className="mt-0.5 block text-xs text-ink-3">{format.moment(item.createdAt, now)}</span>
        </span>
        {isNew && (
          <span className="mt-1.5 size-2 shrink-0 rounded-full bg-accent">
            <span className="sr-only">Unread</span>
          </span>
        )}
      </Link>
    </li>
  );
}
