'use client';

import { Archive, Download, Tag, UserRound, Workflow } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import {
  archiveCreators,
  assignCreators,
  restoreCreators,
  stageCreators,
  tagCreators,
} from '@/features/creators/bulk-actions';
import { BulkTagPopover } from '@/features/creators/components/list/bulk-tag-popover';
import type { CreatorRows } from '@/features/creators/components/list/use-creator-rows';
import { toReadInput, type ListQuery } from '@/features/creators/components/list/use-list-query';
import { STAGES } from '@/features/creators/model/vocabulary';
import type { CreatorRow } from '@/features/creators/schemas/creator-list';
import type { CreatorVocabulary } from '@/features/creators/schemas/creator-vocabulary';
import { StatusBadge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import type { TableTotal } from '@/ui/data-table/data-table-column';
import { countSelected, type RowSelection } from '@/ui/data-table/row-selection';
import { DropdownMenu, MenuItem } from '@/ui/dropdown-menu';
import { useFormat } from '@/ui/locale-provider';
import { notify } from '@/ui/notify';
import { useWorkspace } from '@/ui/shell/workspace-scope';

const ExportDialog = dynamic(
  () => import('@/features/creators/components/list/export-dialog').then((module) => module.ExportDialog),
  { ssr: false },
);

interface BulkActionsProps {
  query: ListQuery;
  selection: RowSelection;
  total: TableTotal | undefined;
  vocabulary: CreatorVocabulary;
  patch: CreatorRows['patch'];
  onDone: () => void;
}

type BulkAnswer = { ok: true; data: { changed: number } } | { ok: false; error: { message: string } };

/** What can be done with the ticked creators, or with all that match. */
export function BulkActions(props: BulkActionsProps) {
  const { selection, total, vocabulary } = props;
  const { slug, can } = useWorkspace();
  const format = useFormat();
  const [asking, setAsking] = useState<'archive' | 'export' | null>(null);
  const { run, pending } = useBulk(props);
  const creators = chosenOf(props);
  const count = countSelected(selection, total?.count ?? 0);
  const who = `${format.total({ count, exact: !selection.all || (total?.exact ?? false) })} ${count === 1 ? 'creator' : 'creators'}`;
  const restore = () =>
    void run(() => restoreCreators(slug, { creators }), { said: (n) => `${format.number(n)} back` });
  const archive = async () => {
    setAsking(null);
    const done = await run(() => archiveCreators(slug, { creators }), {});
    if (done === null) return;
    const said = `${format.number(done)} archived`;
    if (selection.all) notify.done(said);
    else notify.undoable(said, restore);
  };
  return (
    <>
      {can('creator.update') && (
        <>
          <BulkTagPopover
            tags={vocabulary.tags}
            trigger={
              <Button icon={<Tag />} pending={pending}>
                Tag
              </Button>
            }
            onTag={(change) =>
              void run(() => tagCreators(slug, { creators, ...change }), {
                said: (n) => `${format.number(n)} tagged anew`,
                show: (row) => withTags(row, change),
              })
            }
          />
          <DropdownMenu side="top" trigger={<Button icon={<Workflow />}>Stage</Button>}>
            {STAGES.map((stage) => (
              <MenuItem
                key={stage}
                onSelect={() =>
                  void run(() => stageCreators(slug, { creators, stage }), {
                    said: (n) => `The stage of ${format.number(n)} was set`,
                    show: (row) => ({ ...row, stage }),
                  })
                }
              >
                <StatusBadge kind="creatorStage" value={stage} />
              </MenuItem>
            ))}
          </DropdownMenu>
          <DropdownMenu side="top" trigger={<Button icon={<UserRound />}>Assign</Button>}>
            {[...vocabulary.members, { id: '', name: 'Nobody' }].map(({ id, name }) => (
              <MenuItem
                key={id}
                onSelect={() =>
                  void run(() => assignCreators(slug, { creators, ownerId: id || null }), {
                    said: (n) => `${format.number(n)} assigned to ${name}`,
                    show: (row) => ({ ...row, owner: id ? { id, name } : null }),
                  })
                }
              >
                {name}
              </MenuItem>
            ))}
          </DropdownMenu>
        </>
      )}
      {can('creator.export') && (
        <Button icon={<Download />} onClick={() => setAsking('export')}>
          Export
        </Button>
      )}
      {can('creator.archive') && (
        <Button icon={<Archive />} onClick={() => (selection.all ? setAsking('archive') : void archive())}>
          Archive
        </Button>
      )}
      <ConfirmDialog
        open={asking === 'archive'}
        onOpenChange={() => setAsking(null)}
        title={`Archive ${who}?`}
        confirmLabel="Archive"
        pending={pending}
        onConfirm={() => void archive()}
      >
        Everyone who matches now leaves the list, also those not loaded here. Nothing of theirs is lost; filter for
        “Archived” to bring them back.
      </ConfirmDialog>
      {asking === 'export' && <ExportDialog creators={creators} who={who} onClose={() => setAsking(null)} />}
    </>
  );
}

interface BulkEffect {
  said?: (changed: number) => string;
  /** Shown at once on the rows that are ticked. */
  show?: (row: CreatorRow) => CreatorRow;
}

function useBulk({ selection, patch, onDone }: BulkActionsProps) {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const run = async (write: () => Promise<BulkAnswer>, { said, show }: BulkEffect): Promise<number | null> => {
    const isTicked = (row: CreatorRow) => selection.all !== selection.ids.has(row.id);
    const undo = show && patch('all', (row) => (isTicked(row) ? show(row) : row));
    setPending(true);
    const answer = await write().catch((): BulkAnswer => ({
      ok: false,
      error: { message: 'The server did not answer.' },
    }));
    setPending(false);
    if (!answer.ok) {
      undo?.();
      notify.failed('Nothing was changed', { description: answer.error.message });
      return null;
    }
    if (said) notify.done(said(answer.data.changed));
    onDone();
    router.refresh();
    return answer.data.changed;
  };
  return { run, pending };
}

/** The ticked creators as the actions take them. */
function chosenOf({ selection, query }: BulkActionsProps): object {
  if (!selection.all) return { ids: [...selection.ids] };
  const { sort: _sort, ...asked } = toReadInput(query);
  return { selection: asked, ...(selection.ids.size > 0 && { except: [...selection.ids] }) };
}

function withTags(row: CreatorRow, { add = [], remove = [] }: { add?: string[]; remove?: string[] }): CreatorRow {
  const kept = row.tags.filter(({ name }) => !remove.includes(name) && !add.includes(name));
  return { ...row, tags: [...kept, ...add.map((name) => ({ id: `new ${name}`, name }))] };
}
