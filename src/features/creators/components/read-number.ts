const factors: Record<string, number> = { '': 1, k: 1e3, m: 1e6, b: 1e9 };

/** A number as people type it: `50k`, `1.2m`, `4,5`, `3%`. Undefined for what is none. */
export function readNumber(text: string): number | undefined {
  const match = /^(\d+(?:[.,]\d+)?)\s*([kmb]?)\s*%?$/i.exec(text.trim());
  if (!match) return undefined;
  return tidy(Number((match[1] ?? '').replace(',', '.')) * (factors[(match[2] ?? '').toLowerCase()] ?? 1));
}

/** Without the tail that binary fractions leave. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
