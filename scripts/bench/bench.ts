import type { BenchWorld } from './open-bench-world';

/** A line of the table. */
export interface BenchRow {
  what: string;
  /** The absolute figures. */
  ours: string;
  control: string;
  ratio: number | null;
  target: string;
  /** Null where there is nothing to reach: for information. */
  met: boolean | null;
}

/** Measures one thing beside its control and answers its lines. */
export interface Bench {
  /** For `--only`. */
  name: string;
  run(world: BenchWorld): Promise<BenchRow[]>;
}

/** A line that only informs. */
export function information(what: string, ours: string, control = ''): BenchRow {
  return { what, ours, control, ratio: null, target: '', met: null };
}

/** The middle one; of an even number the upper of the two. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value below which this part of them lies. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}
