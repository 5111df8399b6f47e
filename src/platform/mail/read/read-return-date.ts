import { addDays, findDates, findWeekdays, type FoundDate } from './find-dates';
import { backAfter, backCue, inclusiveCue, untilAfter, untilCue } from './return-date.data';

/** An absence is announced in the first lines; behind them stand signatures and quotations. */
const mostChars = 3_000;
/** Later than this is a date of something else. */
const mostDays = 400;
/** A date without a word that says what it is counts only if it is near. */
const mostDaysUncued = 60;

/**
 * The day somebody who is away is back, as an automatic answer says in its words; null when it says none or one that is
 * over. `reference` is the day of the message, YYYY-MM-DD; without it only dates with a year are understood.
 */
export function readReturnDate(text: string, reference: string | null): string | null {
  const words = text.slice(0, mostChars).normalize('NFC').toLowerCase();
  const dates = findDates(words, reference).filter(({ day }) => isAhead(day, reference));
  const cues = { back: ends(words, backCue), until: ends(words, untilCue) };
  const judged = dates.map((date) => judge(words, date, cues));
  const soon = judged.filter(({ day }) => reference !== null && day <= addDays(reference, mostDaysUncued));
  const best = pick(judged.filter(({ weight }) => weight > 1)) ?? pickWeekday(words, reference, cues) ?? pick(soon);
  if (!best) return null;
  return best.inclusive ? addDays(best.day, 1) : best.day;
}

interface Cues {
  back: number[];
  until: number[];
}

interface Judged {
  day: string;
  weight: number;
  inclusive: boolean;
}

function isAhead(day: string, reference: string | null): boolean {
  return !reference || (day >= addDays(reference, -1) && day <= addDays(reference, mostDays));
}

function ends(words: string, cue: RegExp): number[] {
  return [...words.matchAll(cue)].map((match) => match.index + match[0].length);
}

function judge(words: string, date: FoundDate, cues: Cues): Judged {
  const after = words.slice(date.end, date.end + 40);
  const near = (positions: number[], distance: number) =>
    positions.some(
      (end) =>
        end <= date.start && date.start - end <= distance && !/[.!?;\n]\s|\n\n/.test(words.slice(end, date.start)),
    );
  if (near(cues.back, 45) || backAfter.test(after)) return { day: date.day, weight: 3, inclusive: false };
  const around = words.slice(Math.max(date.start - 30, 0), date.end + 20);
  if (near(cues.until, 22) || untilAfter.test(after))
    return { day: date.day, weight: 2, inclusive: inclusiveCue.test(around) };
  return { day: date.day, weight: 1, inclusive: false };
}

/** The weightiest; of two the later, as of a span it is the end. */
function pick(judged: Judged[]): Judged | undefined {
  return [...judged].sort((one, other) => other.weight - one.weight || other.day.localeCompare(one.day))[0];
}

function pickWeekday(words: string, reference: string | null, cues: Cues): Judged | undefined {
  const judged = findWeekdays(words, reference).map((date) => judge(words, date, cues));
  return pick(judged.filter(({ weight }) => weight > 1));
}
