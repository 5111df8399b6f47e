/** A value on its way from a page on the server to a component in the browser, as one JSON text. */
export interface Packed<T> {
  readonly json: string;
  /** Never there; says what is in it. */
  readonly holds?: T;
}

/**
 * For large values that JSON can hold: React writes and reads what a page hands to a component value by value, which for
 * a screen of rows takes longer than to draw them; a text it hands over whole.
 */
export function pack<T>(value: T): Packed<T> {
  return { json: JSON.stringify(value) };
}
