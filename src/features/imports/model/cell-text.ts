import type ExcelJS from 'exceljs';

/**
 * A cell of a workbook as the text a CSV would hold: days as `YYYY-MM-DD`, percentages with their sign, of a formula
 * its result, an error as it is shown (`#VALUE!`). A number with three decimals gets a fourth, so that 1.234 is not
 * taken for a thousand.
 */
export function cellText(cell: ExcelJS.Cell): string {
  const percent = typeof cell.numFmt === 'string' && cell.numFmt.includes('%');
  return valueText(cell.value, percent)
    .replace(/\0|_x0000_/g, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD');
}

function valueText(value: ExcelJS.CellValue, percent: boolean): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return numberText(value, percent);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) return dateText(value);
  return typeof value === 'object' ? objectText(value, percent) : value;
}

type ObjectValue = Exclude<ExcelJS.CellValue, number | string | boolean | Date | null | undefined>;

function objectText(value: ObjectValue, percent: boolean): string {
  if ('richText' in value) return value.richText.map((run) => run.text).join('');
  if ('hyperlink' in value) return valueText(value.text, percent);
  if ('error' in value) return value.error;
  return 'result' in value ? valueText(value.result, percent) : '';
}

function numberText(value: number, percent: boolean): string {
  if (percent) return `${Number((value * 100).toPrecision(12))}%`;
  const text = String(Number(value.toPrecision(15)));
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}

function dateText(value: Date): string {
  if (Number.isNaN(value.getTime())) return '';
  const iso = value.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
}
