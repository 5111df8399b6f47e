'use client';

import { startImport } from '@/features/imports/actions';
import { counted, creatorWords, rowWords } from '@/features/imports/components/counted';
import { ImportHeader } from '@/features/imports/components/import-header';
import { OutcomeTiles } from '@/features/imports/components/outcome-tiles';
import { RejectionList } from '@/features/imports/components/progress/rejection-list';
import { RowProgress } from '@/features/imports/components/progress/row-progress';
import type { CommandRunner } from '@/features/imports/components/use-command';
import type { FollowedImport } from '@/features/imports/components/use-import';
import type { Import, ImportCounts } from '@/features/imports/schemas/import';
import { Button } from '@/ui/button';
import { Callout } from '@/ui/callout';
import type { Format } from '@/ui/format';
import { useFormat } from '@/ui/locale-provider';
import { Section } from '@/ui/section';
import { useWorkspace } from '@/ui/shell/workspace-scope';

interface ExpectedScreenProps {
  followed: FollowedImport;
  command: CommandRunner;
  onRemap: () => void;
}

/** What the import will do, counted without changing anything. */
export function ExpectedScreen({ followed, command, onRemap }: ExpectedScreenProps) {
  const { can } = useWorkspace();
  const { current, rowsPerSecond } = followed;
  const { expected, progress } = current;
  const complete = expected?.complete ?? false;
  return (
    <>
      <ImportHeader
        imported={current}
        actions={
          can('import.create') && (
            <>
              <Button onClick={onRemap}>Change the mapping</Button>
              <StartButton current={current} command={command} />
            </>
          )
        }
      />
      <div className="min-h-0 flex-1 overflow-y-auto p-5 max-sm:p-3">
        <div className="mx-auto flex max-w-4xl flex-col gap-4">
          {!complete && (
            <Section title="Trying every row" variant="card">
              <p className="mb-3 text-ink-2">Nothing is changed yet. You can leave this page; the counting goes on.</p>
              <RowProgress
                label="Rows tried"
                done={expected?.done ?? 0}
                total={progress.total}
                rowsPerSecond={rowsPerSecond}
              />
            </Section>
          )}
          {complete && <Summary imported={current} />}
          {expected && <OutcomeTiles label="Expected outcomes" counts={expected.counts} />}
          {expected && <RejectionList imported={current} />}
        </div>
      </div>
    </>
  );
}

function StartButton({ current, command }: { current: Import; command: CommandRunner }) {
  const format = useFormat();
  const { expected } = current;
  const rows = expected?.complete ? expected.counts.rows - expected.counts.rejected : null;
  return (
    <Button
      variant={rows === 0 ? 'default' : 'primary'}
      pending={command.pending === startImport}
      onClick={() => void command.run(startImport)}
    >
      {startLabel(rows, format)}
    </Button>
  );
}

/** `rows` that will be taken, null while nobody knows. A list of rejected rows alone still ends in its report. */
function startLabel(rows: number | null, format: Format): string {
  if (rows === null) return 'Import without waiting';
  return rows === 0 ? 'Finish without importing' : `Import ${counted(format, rows, rowWords)}`;
}

/** The tiles in a sentence, and what a person should know before going on. */
function Summary({ imported: { expected } }: { imported: Import }) {
  const format = useFormat();
  if (!expected) return null;
  const { rows, rejected } = expected.counts;
  if (rows === rejected) {
    return (
      <Callout tone="late" title="Not one row can be imported as it is mapped">
        Change the mapping, so that at least a handle, an e-mail address or a name is read from each row.
      </Callout>
    );
  }
  const happens = whatHappens(expected.counts, format);
  return (
    <Callout tone={rejected > 0 ? 'attention' : 'done'} title="Nothing is changed yet">
      {happens}
      {rejected > 0 && ' Rejected rows stay with the import: download them afterwards, mend them, upload them again.'}
      {expected.warnings > 0 &&
        ` ${counted(format, expected.warnings, ['single value', 'single values'])} cannot be read and will be left out.`}
    </Callout>
  );
}

function whatHappens({ created, updated, skipped }: ImportCounts, format: Format): string {
  if (created + updated > 0) {
    const added = created > 0 ? `${counted(format, created, creatorWords)} will be added.` : '';
    const changes = counted(format, updated, ['row changes', 'rows change']);
    return [added, updated > 0 ? `${changes} somebody who is here already.` : ''].join(' ').trim();
  }
  if (skipped > 0) return 'Nobody will be added or changed.';
  return 'Everybody on the list is here already, with the same values.';
}
