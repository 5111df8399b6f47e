'use client';

import type { Import } from '@/features/imports/schemas/import';
import { useFormat } from '@/ui/locale-provider';
import { Section } from '@/ui/section';

const fieldNames: Record<string, string> = { row: 'Whole row', identity: 'Identity' };

/** The first rows that will be rejected, each with its line, its field and why. */
export function RejectionList({ imported: { expected } }: { imported: Import }) {
  const format = useFormat();
  if (!expected || expected.rejections.length === 0) return null;
  const { rejections, counts } = expected;
  const note =
    rejections.length < counts.rejected &&
    `the first ${format.number(rejections.length)} of ${format.number(counts.rejected)}`;
  return (
    <Section
      title="Rows that will be rejected"
      variant="card"
      action={note && <span className="num text-sm text-ink-3">{note}</span>}
    >
      <div role="region" aria-label="Rejected rows" tabIndex={0} className="-m-3.5 max-h-96 overflow-auto">
        <table className="w-full text-left">
          <thead className="sticky top-0 bg-surface text-sm text-ink-2">
            <tr className="border-b border-line">
              <th className="py-2 pl-3.5 font-medium">Line</th>
              <th className="px-3 font-medium max-sm:hidden">Field</th>
              <th className="px-3 font-medium">Reason</th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {rejections.map(({ rowNumber, lineNumber, field, message }) => (
              <tr key={rowNumber} className="align-top">
                <td className="num py-2 pl-3.5 text-ink-3">{format.number(lineNumber)}</td>
                <td className="px-3 py-2 [overflow-wrap:anywhere] max-sm:hidden">
                  {field && (fieldNames[field] ?? field)}
                </td>
                <td className="px-3 py-2 [overflow-wrap:anywhere]">{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
