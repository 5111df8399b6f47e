const firstMs = 2_000;
const longestMs = 10 * 60_000;

/** How long to wait before the `attempts`th failure in a row is followed by another try; `chance` (0 to 1) spreads it. In ms. */
export function delayAfterFailure(attempts: number, chance: number): number {
  const delay = Math.min(longestMs, firstMs * 2 ** Math.min(attempts - 1, 20));
  return Math.round(delay * (0.8 + 0.4 * chance));
}
