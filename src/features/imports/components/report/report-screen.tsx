'use client';

import { Download, Users } from 'lucide-react';
import Link from 'next/link';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { resumeImport } from '@/features/imports/actions';
import { ImportHeader } from '@/features/imports/components/import-header';
import { outcomes } from '@/features/imports/components/labels.data';
import { OutcomeTiles } from '@/features/imports/components/outcome-tiles';
import { ReportNotes } from '@/features/imports/components/report/report-notes';
import { RowTable } from '@/features/imports/components/report/row-table';
import { UndoButton } from '@/features/imports/components/report/undo-button';
import type { CommandRunner } from '@/features/imports/components/use-command';
import type { FollowedImport } from '@/features/imports/components/use-import';
import { Button } from '@/ui/button';
import { useWorkspace } from '@/ui/shell/workspace-scope';

interface ReportScreenProps {
  followed: FollowedImport;
  command: CommandRunner;
}

/** What became of every row, and the ways on: mend and upload again, or take it all back. */
export function ReportScreen({ followed, command }: ReportScreenProps) {
  const { current } = followed;
  const [outcome, setOutcome] = useQueryState('outcome', parseAsStringLiteral(outcomes));
  return (
    <>
      <ImportHeader imported={current} actions={<Actions {...{ followed, command }} />} />
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
        <div className="flex shrink-0 flex-col gap-3 p-5 max-sm:p-3">
          <ReportNotes followed={followed} />
          <OutcomeTiles
            label="Outcomes"
            counts={current.counts}
            chosen={outcome}
            onChoose={(next) => void setOutcome(next === outcome ? null : next)}
          />
        </div>
        <RowTable key={outcome ?? 'all'} imported={current} outcome={outcome} />
      </div>
    </>
  );
}

function Actions({ followed, command }: ReportScreenProps) {
  const { slug, can } = useWorkspace();
  const { current } = followed;
  const { id, counts, state, undo } = current;
  const undoable = can('import.undo') && state !== 'undone' && undo === null && counts.created + counts.updated > 0;
  return (
    <>
      {counts.rejected > 0 && (
        <Button asChild icon={<Download />}>
          <a href={`/api/download/${slug}/imports/${id}/report`} download>
            Download rejected rows
          </a>
        </Button>
      )}
      <AddedLink imported={current} />
      {undoable && <UndoButton imported={current} command={command} />}
      {state === 'failed' && can('import.create') && (
        <Button
          variant="primary"
          pending={command.pending === resumeImport}
          onClick={() => void command.run(resumeImport)}
        >
          Resume
        </Button>
      )}
    </>
  );
}

/** To the list of creators, those this import added. */
function AddedLink({ imported: { id, counts, state } }: { imported: FollowedImport['current'] }) {
  const { slug, can } = useWorkspace();
  if (counts.created === 0 || state === 'undone' || !can('creator.read')) return null;
  const filter = { combine: 'and', conditions: [{ field: 'import', operator: 'is', value: id }] };
  return (
    <Button asChild icon={<Users />}>
      <Link href={`/${slug}/creators?filter=${encodeURIComponent(JSON.stringify(filter))}`}>See who was added</Link>
    </Button>
  );
}
