import { addDays, weekdayOf } from '@/shared/zoned-time';

export interface TaskLine {
  title: string;
  /** `YYYY-MM-DD`, if the line names a day. */
  dueOn: string | null;
  assignee: { id: string; name: string } | null;
}

interface Known {
  /** The person's own day. */
  today: string;
  members: readonly { id: string; name: string }[];
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/**
 * What a line such as `Ask Mia for the invoice tomorrow @Jonas` says: a day at its end and a member after an `@`, whose
 * name (or first name) is nobody else's. Words that are not surely that stay in the title.
 */
export function readTaskLine(line: string, known: Known): TaskLine {
  const { rest, assignee } = takeMember(line, known.members);
  const { title, dueOn } = takeDay(rest, known.today);
  return title === '' ? { title: line.trim(), dueOn: null, assignee: null } : { title, dueOn, assignee };
}

function takeMember(line: string, members: Known['members']): { rest: string; assignee: TaskLine['assignee'] } {
  const at = /(?:^|\s)@/u.exec(line);
  if (!at) return { rest: line, assignee: null };
  const before = line.slice(0, at.index);
  const after = line.slice(at.index + at[0].length);
  const whole = members.filter(({ name }) => begins(after, name));
  const named = whole.length > 0 ? whole : members.filter(({ name }) => begins(after, firstName(name)));
  const [member] = named;
  if (!member || named.length > 1) return { rest: line, assignee: null };
  const taken = whole.length > 0 ? member.name : firstName(member.name);
  return { rest: `${before} ${after.slice(taken.length)}`, assignee: { id: member.id, name: member.name } };
}

function firstName(name: string): string {
  return name.split(/\s/)[0] ?? name;
}

/** The name, and after it no more letters. */
function begins(text: string, name: string): boolean {
  return (
    name !== '' && text.toLowerCase().startsWith(name.toLowerCase()) && !/^[\p{L}\p{N}]/u.test(text.slice(name.length))
  );
}

function takeDay(text: string, today: string): { title: string; dueOn: string | null } {
  const line = text.trim().replace(/\s+/g, ' ');
  const match =
    /^(.*?)\s*(?:\b(?:by|on|until|due)\s+)?\b(today|tomorrow|next week|in \d{1,3} days?|\d{4}-\d\d-\d\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/iu.exec(
      line,
    );
  const dueOn = match?.[2] ? dayOf(match[2].toLowerCase(), today) : null;
  return dueOn === null ? { title: line, dueOn } : { title: match?.[1] ?? '', dueOn };
}

function dayOf(words: string, today: string): string | null {
  if (words === 'today') return today;
  if (words === 'tomorrow') return addDays(today, 1);
  if (words === 'next week') return addDays(today, 8 - weekdayOf(today));
  if (words.startsWith('in ')) return addDays(today, Number(words.split(' ')[1]));
  const weekday = weekdays.indexOf(words) + 1;
  // Its own weekday means the next one: today has a word of its own.
  if (weekday > 0) return addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1);
  return isDay(words) ? words : null;
}

function isDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}
