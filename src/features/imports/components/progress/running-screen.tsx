'use client';

import { Pause, Play } from 'lucide-react';
import { useState } from 'react';
import { cancelImport, pauseImport, resumeImport } from '@/features/imports/actions';
import { ImportHeader } from '@/features/imports/components/import-header';
import { OutcomeTiles } from '@/features/imports/components/outcome-tiles';
import { RowProgress } from '@/features/imports/components/progress/row-progress';
import type { CommandRunner } from '@/features/imports/components/use-command';
import type { FollowedImport } from '@/features/imports/components/use-import';
import { Button } from '@/ui/button';
import { Callout } from '@/ui/callout';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { useFormat } from '@/ui/locale-provider';
import { Section } from '@/ui/section';
import { useWorkspace } from '@/ui/shell/workspace-scope';

interface RunningScreenProps {
  followed: FollowedImport;
  command: CommandRunner;
}

/** The worker at its work, or resting: how far it is, and how to hold or end it. */
export function RunningScreen({ followed, command }: RunningScreenProps) {
  const { can } = useWorkspace();
  const { current, rowsPerSecond, lost } = followed;
  const paused = current.state === 'paused';
  return (
    <>
      <ImportHeader imported={current} actions={can('import.create') && <Controls {...{ followed, command }} />} />
      <div className="min-h-0 flex-1 overflow-y-auto p-5 max-sm:p-3">
        <div className="mx-auto flex max-w-4xl flex-col gap-4">
          {lost && (
            <Callout tone="attention" urgent>
              The server does not answer. The import goes on there; this page asks again by itself.
            </Callout>
          )}
          <Section title={paused ? 'Paused' : 'Importing'} variant="card">
            <p className="mb-3 text-ink-2">
              {paused
                ? 'What was imported is there. Resume it whenever you like: it goes on with the next row.'
                : 'You can leave this page or close the browser; the import goes on.'}
            </p>
            <RowProgress
              label="Rows imported"
              done={current.progress.done}
              total={current.progress.total}
              rowsPerSecond={rowsPerSecond}
              still={paused}
            />
          </Section>
          <OutcomeTiles label="Outcomes so far" counts={current.counts} />
        </div>
      </div>
    </>
  );
}

function Controls({ followed: { current }, command }: RunningScreenProps) {
  const format = useFormat();
  const [cancelling, setCancelling] = useState(false);
  const left = Math.max(0, current.progress.total - current.progress.done);
  return (
    <>
      <Button variant="quiet" onClick={() => setCancelling(true)}>
        Cancel import
      </Button>
      {current.state === 'paused' ? (
        <Button
          variant="primary"
          icon={<Play />}
          pending={command.pending === resumeImport}
          onClick={() => void command.run(resumeImport)}
        >
          Resume
        </Button>
      ) : (
        <Button
          icon={<Pause />}
          pending={command.pending === pauseImport}
          onClick={() => void command.run(pauseImport)}
        >
          Pause
        </Button>
      )}
      <ConfirmDialog
        open={cancelling}
        onOpenChange={setCancelling}
        title="Cancel this import?"
        confirmLabel="Cancel the import"
        danger
        pending={command.pending === cancelImport}
        onConfirm={() => void command.run(cancelImport).then(() => setCancelling(false))}
      >
        The remaining {format.number(left)} rows will not be imported, and this import cannot be continued. The{' '}
        {format.number(current.progress.done)} rows that are done stay; undo the import afterwards if they should go.
      </ConfirmDialog>
    </>
  );
}
