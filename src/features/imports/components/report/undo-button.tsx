'use client';

import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { undoImport } from '@/features/imports/actions';
import { counted, creatorWords, rowWords } from '@/features/imports/components/counted';
import type { CommandRunner } from '@/features/imports/components/use-command';
import type { Import } from '@/features/imports/schemas/import';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { useFormat } from '@/ui/locale-provider';

/** Takes the import back, after saying what goes and what stays. */
export function UndoButton({ imported, command }: { imported: Import; command: CommandRunner }) {
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const { created, updated } = imported.counts;
  return (
    <>
      <Button icon={<Undo2 />} onClick={() => setAsking(true)}>
        Undo import
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Undo this import?"
        confirmLabel="Undo the import"
        danger
        pending={command.pending === undoImport}
        onConfirm={() => void command.run(undoImport).then(() => setAsking(false))}
      >
        <p className="mb-1 font-medium text-ink">This is taken back</p>
        <ul className="mb-3 list-disc pl-5">
          {created > 0 && <li>{counted(format, created, creatorWords)} this import added</li>}
          {updated > 0 && (
            <li>
              what {counted(format, updated, rowWords)} wrote to creators who were here before: they get their earlier
              values back
            </li>
          )}
        </ul>
        <p className="mb-1 font-medium text-ink">This stays</p>
        <ul className="list-disc pl-5">
          <li>creators somebody has changed since: they are kept, and named here afterwards</li>
          <li>values somebody has changed since</li>
          <li>the file, its rows and this report</li>
        </ul>
      </ConfirmDialog>
    </>
  );
}
