import type { BenchRow } from './bench';

const head = ['what', 'ours', 'control', 'ratio', 'target', 'met'];

/** The lines as one table. */
export function printTable(rows: readonly BenchRow[]): void {
  const cells = [head, ...rows.map(toCells)];
  const widths = head.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  for (const [index, row] of cells.entries()) {
    console.log(line(row.map((cell, column) => cell.padEnd(widths[column] ?? 0))));
    if (index === 0) console.log(line(widths.map((width) => '-'.repeat(width))));
  }
}

function line(cells: string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function toCells({ what, ours, control, ratio, target, met }: BenchRow): string[] {
  return [
    what,
    ours,
    control,
    ratio === null ? '' : `${ratio.toFixed(2)}×`,
    target,
    met === null ? '' : met ? 'yes' : 'NO',
  ];
}
