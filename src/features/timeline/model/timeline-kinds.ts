/** What a timeline can be narrowed to. */
export const TIMELINE_KINDS = [
  'messages',
  'notes',
  'quotes',
  'tasks',
  'profile',
  'contacts',
  'merges',
  'imports',
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** The first word of an event's type, and the kind it counts as. */
const kindOfNoun: Record<string, TimelineKind> = {
  message: 'messages',
  thread: 'messages',
  note: 'notes',
  quote: 'quotes',
  task: 'tasks',
  contact: 'contacts',
  agency: 'contacts',
  email_address: 'contacts',
  phone_number: 'contacts',
};

/** The kind of an event by its type; what belongs to no other is a change of the profile. */
export function timelineKindOf(type: string): TimelineKind {
  if (/^creator\.(merged|merge_undone)$/.test(type)) return 'merges';
  if (type.startsWith('creator.import')) return 'imports';
  return kindOfNoun[type.split('.')[0] ?? ''] ?? 'profile';
}
