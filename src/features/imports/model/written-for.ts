/** On whose account a batch writes. */
export interface WrittenFor {
  importId: string;
  /** Where values came from, as it is shown beside them. */
  source: string;
}
