import { changeLines, type Changes } from '@/features/timeline/components/change-lines';
import { eventTexts } from '@/features/timeline/components/event-texts.data';
import { platformRules, type Platform } from '@/shared/identity/platforms';
import type { Format } from '@/ui/format';
import { statuses, type Tone } from '@/ui/status';

/** An event in the words of the screen. */
export interface DescribedEvent {
  tone: Tone;
  title: string;
  detail: string | null;
}

type Payload = Record<string, unknown>;
type Describe = (payload: Payload, format: Format) => Partial<DescribedEvent>;

/** What happened, by the event's type and payload; a payload that was erased leaves the bare fact. */
export function describeEvent(type: string, payload: Payload | null, format: Format): DescribedEvent {
  const fact = { tone: 'planned' as const, title: eventTexts[type] ?? plainWords(type), detail: null };
  if (!payload) return fact;
  const words = special[type];
  const changes = payload['changes'] as Changes | undefined;
  const detail = changes ? changeLines(changes, format) : orNull(text(payload['name']));
  return { ...fact, detail, ...words?.(payload, format) };
}

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const list = (value: unknown): string => (Array.isArray(value) ? value.map(text).filter(Boolean).join(', ') : '');
const orNull = (words: string): string | null => words || null;

const handle: Describe = ({ platform, name }) => ({
  detail: `${platformRules[platform as Platform].label} @${text(name)}`,
});
const excerpt: Describe = (payload) => ({ detail: orNull(text(payload['excerpt'])) });
const address: Describe = (payload) => ({ detail: orNull(text(payload['address'])) });
const number: Describe = (payload) => ({ detail: orNull(text(payload['number'])) });

/** Where the words depend on what is in the event. */
const special: Record<string, Describe> = {
  'creator.created': ({ source }) => ({ tone: 'done', detail: text(source) === 'import' ? 'By an import' : null }),
  'creator.stage_set': ({ changes }) => {
    const to = text((changes as Changes)['stage']?.to);
    const look = (statuses.creatorStage as Record<string, { tone: Tone; label: string }>)[to];
    return look ? { tone: look.tone, title: `Stage: ${look.label}`, detail: null } : {};
  },
  'creator.owner_assigned': ({ changes }) => {
    const to = (changes as Changes)['owner']?.to as { name?: string } | null | undefined;
    return { title: to?.name ? `Now looked after by ${to.name}` : 'Nobody looks after them now', detail: null };
  },
  'creator.do_not_contact_set': ({ changes }) => {
    const set = (changes as Changes)['doNotContact']?.to;
    const reason = text((changes as Changes)['doNotContactReason']?.to);
    if (set === false) return { tone: 'attention', title: 'May be contacted again', detail: null };
    return { tone: 'late', title: 'Do not contact', detail: orNull(reason) };
  },
  'creator.tagged': ({ added, removed }) => ({
    detail:
      [list(added) && `+ ${list(added)}`, list(removed) && `− ${list(removed)}`].filter(Boolean).join(' · ') || null,
  }),
  'creator.archived': () => ({ tone: 'attention', detail: null }),
  'creator.restored': () => ({ tone: 'done', detail: null }),
  'creator.merged': ({ survivor, merged }) => ({ tone: 'scheduled', detail: mergeWords(survivor, merged) }),
  'creator.merge_undone': ({ survivor, restored }) => ({ tone: 'scheduled', detail: mergeWords(survivor, restored) }),
  'handle.added': handle,
  'handle.removed': handle,
  'handle.made_primary': handle,
  'email_address.added': address,
  'email_address.removed': address,
  'email_address.made_primary': address,
  'phone_number.added': number,
  'phone_number.removed': number,
  'phone_number.made_primary': number,
  'contact.linked': ({ name, role, routing }) => ({
    detail: `${text(name)} (${text(role)}${routing === 'none' ? '' : `, ${text(routing)}`})`,
  }),
  'note.created': excerpt,
  'note.edited': excerpt,
  'note.pinned': excerpt,
  'note.unpinned': excerpt,
  'note.archived': excerpt,
  'note.restored': excerpt,
  'quote.created': (payload, format) => ({
    ...fee(payload, format),
    tone: payload['kind'] === 'agreed' ? 'done' : 'underway',
  }),
  'task.created': (payload) => ({ detail: taskWords(payload, (payload['assignee'] as Named | null)?.name) }),
  'task.updated': (payload) => ({ detail: taskWords(payload, changedFields(payload)) }),
  'task.assigned': (payload) => {
    const to = (payload['changes'] as Changes)['assignee']?.to as Named | null | undefined;
    return { title: to?.name ? `Task for ${to.name}` : 'Task is nobody’s now', detail: taskWords(payload) };
  },
  'task.started': (payload) => ({ tone: 'underway', detail: taskWords(payload) }),
  'task.done': (payload) => ({ tone: 'done', detail: taskWords(payload) }),
  'task.cancelled': (payload) => ({ detail: taskWords(payload) }),
  'task.reopened': (payload) => ({ detail: taskWords(payload) }),
  'task.snoozed': (payload, format) => ({
    tone: 'scheduled',
    ...(payload['until'] === null && { title: 'Task taken up again' }),
    detail: taskWords(payload, payload['until'] === null ? '' : `until ${format.dateTime(text(payload['until']))}`),
  }),
  'session.signed_in': () => ({ detail: null }),
  'quote.archived': (payload, format) => ({ detail: fee(payload, format).title }),
};

interface Named {
  name: string;
}

/** `Ask Mia for the invoice · Juno Park` */
function taskWords({ title }: Payload, more = ''): string | null {
  return orNull([text(title), more].filter(Boolean).join(' · '));
}

function changedFields({ changes }: Payload): string {
  return Object.keys(changes as Changes)
    .map(plainWords)
    .join(', ');
}

function fee({ kind, format: what, amountMinor, currency }: Payload, format: Format): { title: string; detail: null } {
  const amount = typeof amountMinor === 'number' ? format.money(amountMinor, text(currency)) : 'A fee';
  return { title: `${amount} ${kind === 'agreed' ? 'agreed' : 'asked'} for ${text(what)}`, detail: null };
}

function mergeWords(survivor: unknown, others: unknown): string {
  const name = (party: unknown) => text((party as { displayName?: string } | null)?.displayName);
  const merged = Array.isArray(others) ? others.map(name).join(', ') : '';
  return `${merged} and ${name(survivor)}`;
}

/** `custom_field.created` → `Custom field created`, for what has no words of its own yet. */
function plainWords(type: string): string {
  const words = type.replace(/[._]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
