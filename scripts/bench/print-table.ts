import type { Measured } from './measure-requests';

export interface BenchRow {
  what: string;
  product: Measured;
  control: Measured;
  controlName: string;
  /** The figure to reach, and which way. */
  reach: { ratio: number; of: keyof Measured; at: 'least' | 'most' };
}

/** Product, control and their ratio, a line each; a ratio that misses what it should reach makes the command fail. */
export function printTable(rows: readonly BenchRow[]): void {
  for (const { what, product, control, controlName, reach } of rows) {
    const ratio = product[reach.of] / control[reach.of];
    const reached = reach.at === 'least' ? ratio >= reach.ratio : ratio <= reach.ratio;
    if (!reached) process.exitCode = 1;
    console.log(
      `${reached ? 'ok  ' : 'MISS'} ${what}: ${ratio.toFixed(2)}× (${reach.at} ${reach.ratio}×, ${reach.of}) of ${controlName}\n` +
        `     ${describe(product)} | ${describe(control)}`,
    );
  }
}

function describe({ perSecond, p50, p95 }: Measured): string {
  return `${perSecond.toFixed(0)}/s, p50 ${p50} ms, p97.5 ${p95} ms`;
}
