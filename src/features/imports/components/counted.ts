import type { Format } from '@/ui/format';

/** `1 row`, `1,200 rows`. */
export function counted(format: Format, count: number, [one, many]: readonly [string, string]): string {
  return `${format.number(count)} ${count === 1 ? one : many}`;
}

export const rowWords = ['row', 'rows'] as const;
export const creatorWords = ['creator', 'creators'] as const;
