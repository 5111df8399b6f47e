/** Keys that a run has met. What a batch adds counts at once, and is forgotten again when the batch does not commit. */
export interface TouchedKeys {
  has(key: string): boolean;
  add(key: string): void;
  /** The batch is committed. */
  keep(): void;
  /** A batch begins: what one before it left without committing never was. */
  begin(): void;
}

export function createTouchedKeys(known: Iterable<string> = []): TouchedKeys {
  const kept = new Set(known);
  let added = new Set<string>();
  return {
    has: (key) => kept.has(key) || added.has(key),
    add: (key) => {
      if (!kept.has(key)) added.add(key);
    },
    keep: () => {
      for (const key of added) kept.add(key);
      added = new Set();
    },
    begin: () => {
      added = new Set();
    },
  };
}
