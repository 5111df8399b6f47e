'use client';

import { ChevronDown } from 'lucide-react';
import { channelLabels, viewLabels, type InboxFilter } from '@/features/threads/components/inbox/inbox-filter';
import type { MailboxDto } from '@/features/threads/schemas/mailbox';
import type { InboxViewDto, ThreadView } from '@/features/threads/schemas/find-threads';
import type { ThreadCounts } from '@/features/threads/schemas/thread';
import { Button } from '@/ui/button';
import { DropdownMenu, MenuItem, MenuLabel, MenuSeparator } from '@/ui/dropdown-menu';
import { tabClass } from '@/ui/tab-class';

interface ViewBarProps {
  filter: InboxFilter;
  counts: ThreadCounts | null;
  mailboxes: readonly MailboxDto[];
  views: readonly InboxViewDto[];
  onChange: (filter: InboxFilter) => void;
  onSave: () => void;
  onForget: (id: string) => void;
}

const first: ThreadView[] = ['mine', 'unassigned', 'waiting_on_us'];
const others: ThreadView[] = ['open', 'waiting_on_them', 'following', 'triage', 'automatic', 'snoozed', 'done', 'all'];

/** The views of the inbox: the three of every day, and behind "More" all others with their counts. */
export function ViewBar({ filter, counts, mailboxes, views, onChange, onSave, onForget }: ViewBarProps) {
  const plain = isPlain(filter);
  const saved = savedAs(filter, views);
  const inFirst = plain && first.includes(filter.view);
  return (
    <nav
      aria-label="Views of the inbox"
      className="flex shrink-0 items-center gap-0.5 border-b border-line px-2.5 py-2"
    >
      {first.map((view) => (
        <ViewTab
          key={view}
          view={view}
          current={plain && filter.view === view}
          count={counts?.counts[view]}
          onChoose={() => onChange({ view })}
        />
      ))}
      <DropdownMenu
        align="end"
        trigger={
          <Button variant="quiet" aria-pressed={!inFirst} className="ml-auto min-w-0">
            <span className="truncate">{inFirst ? 'More' : nameOfFilter(filter, mailboxes, views)}</span>
            <ChevronDown aria-hidden="true" className="size-3.5 shrink-0" />
          </Button>
        }
      >
        {others.map((view) => (
          <MenuItem key={view} onSelect={() => onChange({ view })}>
            {viewLabels[view]} <span className="num ml-2 text-ink-3">{countText(counts?.counts[view])}</span>
          </MenuItem>
        ))}
        {views.length > 0 && <MenuSeparator />}
        {views.length > 0 && <MenuLabel>Saved</MenuLabel>}
        {views.map(({ id, name, shared, filter: kept }) => (
          <MenuItem key={id} onSelect={() => onChange(kept)}>
            {name} {shared && <span className="ml-2 text-ink-3">Team</span>}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuLabel>Channels</MenuLabel>
        {['email', 'instagram', 'whatsapp', 'phone'].map((channel) => (
          <MenuItem key={channel} onSelect={() => onChange({ view: 'open', channel })}>
            {channelLabels[channel]}
          </MenuItem>
        ))}
        {mailboxes.length > 1 && <MenuLabel>Mailboxes</MenuLabel>}
        {mailboxes.length > 1 &&
          mailboxes.map(({ id, address }) => (
            <MenuItem key={id} onSelect={() => onChange({ view: 'open', mailboxId: id })}>
              {address}
            </MenuItem>
          ))}
        <MenuSeparator />
        <MenuItem onSelect={onSave}>Save this view…</MenuItem>
        {saved?.mine && (
          <MenuItem danger onSelect={() => onForget(saved.id)}>
            Forget this saved view
          </MenuItem>
        )}
      </DropdownMenu>
    </nav>
  );
}

interface ViewTabProps {
  view: ThreadView;
  current: boolean;
  count: number | undefined;
  onChoose: () => void;
}

function ViewTab({ view, current, count, onChoose }: ViewTabProps) {
  return (
    <button
      type="button"
      aria-current={current ? 'true' : undefined}
      data-state={current ? 'active' : 'inactive'}
      onClick={onChoose}
      className={tabClass}
    >
      {view === 'waiting_on_us' ? 'Waiting' : viewLabels[view]}
      <span className="num text-ink-3">{countText(count)}</span>
    </button>
  );
}

function isPlain({ channel, mailboxId, tag, assigneeId }: InboxFilter): boolean {
  return !channel && !mailboxId && !tag && !assigneeId;
}

function savedAs(filter: InboxFilter, views: readonly InboxViewDto[]): InboxViewDto | undefined {
  const same = (kept: InboxFilter) =>
    (['view', 'channel', 'mailboxId', 'tag', 'assigneeId'] as const).every((key) => kept[key] === filter[key]);
  return views.find((view) => same(view.filter));
}

function nameOfFilter(filter: InboxFilter, mailboxes: readonly MailboxDto[], views: readonly InboxViewDto[]): string {
  const saved = savedAs(filter, views);
  if (saved) return saved.name;
  if (filter.tag) return `Tag ${filter.tag}`;
  if (filter.channel) return channelLabels[filter.channel] ?? filter.channel;
  if (filter.mailboxId) return mailboxes.find(({ id }) => id === filter.mailboxId)?.address ?? 'Mailbox';
  return viewLabels[filter.view];
}

function countText(count: number | undefined): string {
  if (!count) return '';
  return count >= 1000 ? '999+' : String(count);
}
