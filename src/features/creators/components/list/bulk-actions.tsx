'use client';

import { Archive, Download } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { archiveCreators, restoreCreators } from '@/features/creators/bulk-actions';
import { ChangeButtons, type BulkAnswer, type BulkEffect } from '@/features/creators/components/list/change-buttons';
import type { CreatorRows } from '@/features/creators/components/list/use-creator-rows';
import { toReadInput, type ListQuery } from '@/features/creators/components/list/use-list-query';
import type { CreatorRow } from '@/features/creators/schemas/creator-list';
import type { CreatorVocabulary } from '@/features/creators/schemas/creator-vocabulary';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import type { TableTotal } from '@/ui/data-table/data-table-column';
import { countSelected, type RowSelection } from '@/ui/data-table/row-selection';
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

/** What can be done with the ticked creators, or with all that match. */
export function BulkActions(props: BulkActionsProps) {
  const { selection, total, vocabulary } = props;
  const { slug, can } = useWorkspace();
  const format = useFormat();
  const [asking, setAsking] = useState<'archive' | 'export' | null>(null);
  const { run, pending } = useBulk(props);
  const creators = chosenOf(props);
  const who = useWho(selection, total);
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
        <ChangeButtons vocabulary={vocabulary} creators={creators} run={run} pending={pending} />
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

/** `12 creators`, of the ticked ones. */
function useWho(selection: RowSelection, total: TableTotal | undefined): string {
  const format = useFormat();
  const count = countSelected(selection, total?.count ?? 0);
  const exact = !selection.all || (total?.exact ?? false);
  return `${format.total({ count, exact })} ${count === 1 ? 'creator' : 'creators'}`;
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
