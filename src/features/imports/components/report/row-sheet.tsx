'use client';

import Link from 'next/link';
import type { Import, ImportRow } from '@/features/imports/schemas/import';
import { StatusBadge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Callout } from '@/ui/callout';
import { DescriptionList } from '@/ui/description-list';
import { Section } from '@/ui/section';
import { Sheet } from '@/ui/sheet';
import { useWorkspace } from '@/ui/shell/workspace-scope';

interface RowSheetProps {
  imported: Import;
  row: ImportRow;
  onClose: () => void;
}

/** One row as it stood in the file, with what became of it and why. */
export function RowSheet({ imported, row, onClose }: RowSheetProps) {
  const { slug } = useWorkspace();
  const { creatorId, creatorName, outcome, message, warnings } = row;
  const width = Math.max(row.cells.length, imported.columns.length);
  const cells = Array.from({ length: width }, (_, index) => {
    const term = imported.columns[index]?.key ?? `Column ${index + 1}`;
    return { key: `${index}`, term: <bdi>{term}</bdi>, value: <Cell text={row.cells[index]} /> };
  });
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Line ${row.lineNumber}`}
      actions={
        creatorId && (
          <Button size="s" asChild>
            <Link href={`/${slug}/creators/${creatorId}`}>Open the record</Link>
          </Button>
        )
      }
    >
      <Section title="What became of it">
        <div className="flex flex-wrap items-center gap-2">
          <StatusBadge kind="importRowOutcome" value={outcome} />
          {creatorName && <span className="font-medium">{creatorName}</span>}
        </div>
        {message && <p className="mt-2 [overflow-wrap:anywhere] text-ink-2">{message}</p>}
        {warnings.length > 0 && (
          <Callout tone="attention" title="Read without these values" className="mt-3">
            <ul className="flex flex-col gap-1 [overflow-wrap:anywhere]">
              {warnings.map((warning) => (
                <li key={`${warning.field} ${warning.reason} ${warning.message}`}>
                  <bdi>{warning.field}</bdi>: {warning.message}
                </li>
              ))}
            </ul>
          </Callout>
        )}
      </Section>
      <Section title="As it stands in the file">
        <DescriptionList items={cells} className="grid-cols-[minmax(92px,1fr)_minmax(0,2fr)]" />
      </Section>
    </Sheet>
  );
}

function Cell({ text }: { text: string | undefined }) {
  if (!text?.trim()) return <span className="text-ink-3">empty</span>;
  return <bdi className="whitespace-pre-wrap">{text}</bdi>;
}
