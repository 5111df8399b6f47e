/** The calendar day where the person is. */
export function dayOf(now: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * An instant of a calendar day that is that day nearly wherever it is looked at from: noon of universal time, and for today
 * the present.
 */
export function instantOf(day: string, now: Date): string {
  return day === dayOf(now) ? now.toISOString() : `${day}T12:00:00.000Z`;
}
