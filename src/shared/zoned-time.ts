const dayMs = 86_400_000;

/** The calendar day (`YYYY-MM-DD`) it is in a zone (IANA) at an instant. */
export function dayIn(zone: string, at: Date): string {
  return new Date(at.getTime() + offsetMs(zone, at.getTime())).toISOString().slice(0, 10);
}

/** The time of day (`HH:MM`) it is in a zone at an instant. */
export function timeIn(zone: string, at: Date): string {
  return new Date(at.getTime() + offsetMs(zone, at.getTime())).toISOString().slice(11, 16);
}

/**
 * The instant at which clocks of a zone show a day and a time (`HH:MM`). Shown twice (clocks were put back): the first.
 * Never shown (they were put forward): as much later as they skipped, so midnight is the day's first instant.
 */
export function instantIn(zone: string, day: string, time = '00:00'): Date {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const before = offsetMs(zone, wall - dayMs);
  const after = offsetMs(zone, wall + dayMs);
  const shown = [wall - before, wall - after].filter((at) => at + offsetMs(zone, at) === wall);
  return new Date(shown.length > 0 ? Math.min(...shown) : wall - before);
}

/** The day so many days later, or earlier. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** How far a zone is ahead of UTC at an instant, to the second. */
function offsetMs(zone: string, at: number): number {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const { year, month, day, hour, minute, second } = parts;
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  return wall - Math.floor(at / 1000) * 1000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' },
    });
  formats.set(zone, format);
  return format;
}
