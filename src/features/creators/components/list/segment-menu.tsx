'use client';

import { Bookmark, BookmarkPlus, Globe, Lock, PenLine, RefreshCw, Trash2, Users } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { SegmentCount } from '@/features/creators/components/list/segment-count';
import type { ListQuery, ListQueryChange } from '@/features/creators/components/list/use-list-query';
import type { FilterGroup } from '@/features/creators/model/filter';
import type { Segment } from '@/features/creators/schemas/segment';
import { archiveSegment, restoreSegment, updateSegment } from '@/features/creators/segment-actions';
import { Button } from '@/ui/button';
import { DropdownMenu, MenuItem, MenuLabel, MenuSeparator } from '@/ui/dropdown-menu';
import { notify } from '@/ui/notify';
import { useWorkspace } from '@/ui/shell/workspace-scope';

const SegmentDialog = dynamic(
  () => import('@/features/creators/components/list/segment-dialog').then((module) => module.SegmentDialog),
  { ssr: false },
);

interface SegmentMenuProps {
  query: ListQuery;
  filter: FilterGroup | null;
  segment: Segment | null;
  segments: Segment[];
  onChange: (change: ListQueryChange) => void;
}

/** Saved filters: open one with its live count, keep the present one, change, share or archive. */
export function SegmentMenu(props: SegmentMenuProps) {
  const { filter, segment, onChange } = props;
  const { can } = useWorkspace();
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const may = can('segment.update');
  const savable = filter !== null && isUnsaved(props);
  return (
    <>
      {may && <SaveButton shown={savable} onSave={() => setNaming('new')} />}
      <DropdownMenu
        align="end"
        trigger={
          <Button variant="quiet" icon={<Bookmark />}>
            <span className="max-w-40 truncate max-sm:sr-only">{segment?.name ?? 'Saved'}</span>
          </Button>
        }
      >
        <Choices {...props} />
        {segment && may && <OwnItems {...props} segment={segment} onRename={() => setNaming('rename')} />}
      </DropdownMenu>
      {naming && filter && (
        <SegmentDialog
          segment={naming === 'rename' ? segment : null}
          filter={filter}
          onClose={() => setNaming(null)}
          onSaved={(id) => {
            setNaming(null);
            onChange({ segment: id, filter: null });
          }}
        />
      )}
    </>
  );
}

/** The filter is no segment, or another one than that of the segment. */
function isUnsaved({ query, segment }: SegmentMenuProps): boolean {
  return segment === null || query.filter !== null;
}

function SaveButton({ shown, onSave }: { shown: boolean; onSave: () => void }) {
  if (!shown) return null;
  return (
    <Button variant="quiet" icon={<BookmarkPlus />} onClick={onSave}>
      Save
    </Button>
  );
}

function Choices({ segment, segments, onChange }: SegmentMenuProps) {
  if (segments.length === 0) return <MenuLabel>Filter the list, then save it here.</MenuLabel>;
  return (
    <>
      {segments.map((one) => (
        <MenuItem
          key={one.id}
          icon={one.shared ? <Globe /> : <Lock />}
          onSelect={() => onChange({ segment: one.id, filter: null, q: null })}
        >
          <span className="flex items-center gap-3">
            <span className="min-w-0 flex-1 truncate">{one.name}</span>
            <SegmentCount id={one.id} />
          </span>
        </MenuItem>
      ))}
      {segment && (
        <MenuItem icon={<Users />} onSelect={() => onChange({ segment: null, filter: null })}>
          All creators
        </MenuItem>
      )}
    </>
  );
}

interface OwnItemsProps extends SegmentMenuProps {
  segment: Segment;
  onRename: () => void;
}

/** What can be done with the segment that is open. */
function OwnItems({ query, segment, onChange, onRename }: OwnItemsProps) {
  const { overwrite, archive } = useSegmentWrites(onChange);
  const { filter } = query;
  return (
    <>
      <MenuSeparator />
      {filter && (
        <MenuItem icon={<RefreshCw />} onSelect={() => void overwrite(segment, filter)}>
          Save the changes to “{segment.name}”
        </MenuItem>
      )}
      <MenuItem icon={<PenLine />} onSelect={onRename}>
        Rename or share
      </MenuItem>
      <MenuItem icon={<Trash2 />} danger onSelect={() => void archive(segment)}>
        Archive “{segment.name}”
      </MenuItem>
    </>
  );
}

function useSegmentWrites(onChange: (change: ListQueryChange) => void) {
  const { slug } = useWorkspace();
  const router = useRouter();
  const overwrite = async ({ id, name }: Segment, filter: FilterGroup) => {
    const answer = await updateSegment(slug, { id, filter });
    if (!answer.ok) {
      notify.failed('Not saved', { description: answer.error.message });
      return;
    }
    notify.done(`“${name}” was saved`);
    onChange({ segment: id, filter: null });
    router.refresh();
  };
  const restore = async (id: string) => {
    await restoreSegment(slug, { id });
    onChange({ segment: id, filter: null });
    router.refresh();
  };
  const archive = async ({ id, name }: Segment) => {
    const answer = await archiveSegment(slug, { id });
    if (!answer.ok) {
      notify.failed('Not archived', { description: answer.error.message });
      return;
    }
    onChange({ segment: null, filter: null });
    router.refresh();
    notify.undoable(`“${name}” was archived`, () => void restore(id));
  };
  return { overwrite, archive };
}
