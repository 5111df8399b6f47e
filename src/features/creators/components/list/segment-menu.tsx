'use client';

import { Bookmark, BookmarkPlus, Globe, Lock, PenLine, RefreshCw, Trash2 } from 'lucide-react';
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
export function SegmentMenu({ query, filter, segment, segments, onChange }: SegmentMenuProps) {
  const { can } = useWorkspace();
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const { overwrite, archive } = useSegmentWrites(onChange);
  const may = can('segment.update');
  const changed = segment !== null && query.filter !== null;
  const save = may && filter && (!segment || changed) && (
    <Button variant="quiet" icon={<BookmarkPlus />} onClick={() => setNaming('new')}>
      Save
    </Button>
  );
  return (
    <>
      {save}
      <DropdownMenu
        align="end"
        trigger={
          <Button variant="quiet" icon={<Bookmark />}>
            {segment ? segment.name : 'Saved'}
          </Button>
        }
      >
        <Choices segments={segments} onChange={onChange} />
        {segment && <MenuItem onSelect={() => onChange({ segment: null, filter: null })}>All creators</MenuItem>}
        {segment && may && (
          <OwnItems
            segment={segment}
            {...(changed && filter && { onOverwrite: () => void overwrite(segment, filter) })}
            onRename={() => setNaming('rename')}
            onArchive={() => void archive(segment)}
          />
        )}
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

function Choices({ segments, onChange }: Pick<SegmentMenuProps, 'segments' | 'onChange'>) {
  if (segments.length === 0) return <MenuLabel>Filter the list, then save it here.</MenuLabel>;
  return segments.map((one) => (
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
  ));
}

interface OwnItemsProps {
  segment: Segment;
  /** Only where the filter was changed. */
  onOverwrite?: () => void;
  onRename: () => void;
  onArchive: () => void;
}

/** What can be done with the segment that is open. */
function OwnItems({ segment, onOverwrite, onRename, onArchive }: OwnItemsProps) {
  return (
    <>
      <MenuSeparator />
      {onOverwrite && (
        <MenuItem icon={<RefreshCw />} onSelect={onOverwrite}>
          Save the changes to “{segment.name}”
        </MenuItem>
      )}
      <MenuItem icon={<PenLine />} onSelect={onRename}>
        Rename or share
      </MenuItem>
      <MenuItem icon={<Trash2 />} danger onSelect={onArchive}>
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
