import type { Import } from '@/features/imports/schemas/import';
import { Callout } from '@/ui/callout';
import { useFormat } from '@/ui/locale-provider';

/** What is strange about the file itself. */
export function FileNotes({ imported: { file, columns } }: { imported: Import }) {
  const format = useFormat();
  const contradictions = columns.filter(({ contradiction }) => contradiction).length;
  const notes = [
    ...(contradictions > 0 ? [contradictionNote(format.number(contradictions), contradictions === 1)] : []),
    ...(file.brokenRows > 0
      ? [`${format.number(file.brokenRows)} rows cannot be read. They will be listed with their lines.`]
      : []),
    ...(file.mixedEncoding ? ['The file mixes two encodings; both were read. Look at names with accents.'] : []),
    ...(file.headerLine === 0 ? ['The file has no header, so the columns are numbered.'] : []),
    ...(file.sheets.length > 1 ? [`“${file.sheet}” is read, the first sheet that holds a table.`] : []),
  ];
  if (notes.length === 0) return null;
  return (
    <Callout tone={contradictions > 0 || file.brokenRows > 0 ? 'attention' : 'underway'}>
      <ul className="flex flex-col gap-0.5">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </Callout>
  );
}

function contradictionNote(count: string, one: boolean): string {
  const columns = one
    ? '1 column holds something else than its header says. It goes'
    : `${count} columns hold something else than their headers say. They go`;
  return `${columns} where the content fits; look at what is marked below.`;
}
