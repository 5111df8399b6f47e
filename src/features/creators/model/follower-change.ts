export interface MetricPoint {
  metric: string;
  value: number;
  /** RFC 3339. */
  asOf: string;
}

export interface FollowerChange {
  /** Fraction of one: 0.09 is nine percent more. */
  share: number;
  /** The number it is compared with. */
  since: string;
}

const dayMs = 86_400_000;
const leastDays = 21;
const wantedDays = 90;

/**
 * How the followers changed: the newest number against the one nearest to 90 days before it, which must be at least
 * three weeks older. Null where there is none, or it was nought.
 */
export function followerChange(history: readonly MetricPoint[]): FollowerChange | null {
  const points = history
    .filter(({ metric }) => metric === 'followers')
    .map(({ value, asOf }) => ({ value, asOf, at: Date.parse(asOf) }))
    .sort((a, b) => b.at - a.at);
  const [newest] = points;
  if (!newest) return null;
  const distance = ({ at }: { at: number }) => Math.abs(newest.at - at - wantedDays * dayMs);
  const [before] = points
    .filter(({ at }) => newest.at - at >= leastDays * dayMs)
    .sort((a, b) => distance(a) - distance(b));
  if (!before || before.value === 0) return null;
  return { share: newest.value / before.value - 1, since: before.asOf };
}
