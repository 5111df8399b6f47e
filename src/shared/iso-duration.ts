const pattern =
  /^P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?$/;

/** An ISO 8601 duration with at least one part: `P30D`, `P3M`, `PT12H`. */
export function isIsoDuration(text: string): boolean {
  return pattern.test(text) && !/[PT]$/.test(text);
}

/**
 * The instant an ISO 8601 duration before `instant`: years and months by the calendar (UTC, the last day of a shorter
 * month), the rest by their length.
 */
export function subtractIsoDuration(instant: Date, duration: string): Date {
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = (
    pattern.exec(duration) ?? []
  )
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  const moved = subtractMonths(instant, years * 12 + months);
  const ms = ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
  return new Date(moved.getTime() - ms);
}

function subtractMonths(instant: Date, months: number): Date {
  const moved = new Date(instant);
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() - months);
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(instant.getUTCDate(), lastDay));
  return moved;
}
