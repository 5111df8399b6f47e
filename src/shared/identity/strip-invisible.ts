/**
 * Takes out what cannot be seen but changes how a text compares or reads: control characters, zero-width characters,
 * directional marks (also the ones that turn text around), soft hyphens and variation selectors.
 */
export function stripInvisible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\uFE00-\uFE0F]/gu, '');
}
