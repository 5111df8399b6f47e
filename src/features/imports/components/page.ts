/** Some of a list, and where the rest begins. */
export interface Page<Row> {
  data: Row[];
  nextCursor: string | null;
}
