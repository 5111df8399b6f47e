/** What a state asks of the person who sees it; each tone has one colour and one icon. */
export type Tone = 'planned' | 'underway' | 'attention' | 'late' | 'done' | 'scheduled';

/** Names of the icons drawn by `status-icon.tsx`; a state may replace its tone's icon by a more telling one. */
export type StatusIconName = 'ring' | 'half' | 'bang' | 'triangle' | 'check' | 'calendar' | 'pause' | 'slash' | 'star';

export interface StatusLook {
  tone: Tone;
  label: string;
  icon?: StatusIconName;
}

export const toneIcons: Record<Tone, StatusIconName> = {
  planned: 'ring',
  underway: 'half',
  attention: 'bang',
  late: 'triangle',
  done: 'check',
  scheduled: 'calendar',
};

/** The one status map: every state word of the domain that a screen shows, with its tone and its label. */
export const statuses = {
  creatorStage: {
    prospect: { tone: 'planned', label: 'Prospect' },
    contacted: { tone: 'underway', label: 'Contacted' },
    in_conversation: { tone: 'underway', label: 'In conversation' },
    active: { tone: 'done', label: 'Active' },
    ambassador: { tone: 'done', label: 'Ambassador', icon: 'star' },
    paused: { tone: 'planned', label: 'Paused', icon: 'pause' },
    declined: { tone: 'planned', label: 'Declined', icon: 'slash' },
  },
  messageState: {
    draft: { tone: 'planned', label: 'Draft' },
    noted: { tone: 'planned', label: 'Note' },
    queued: { tone: 'scheduled', label: 'Queued' },
    sending: { tone: 'underway', label: 'Sending' },
    sent: { tone: 'done', label: 'Sent' },
    bounced: { tone: 'late', label: 'Bounced' },
    failed: { tone: 'late', label: 'Failed' },
    unknown: { tone: 'attention', label: 'Unknown' },
    cancelled: { tone: 'planned', label: 'Cancelled', icon: 'slash' },
  },
  taskState: {
    open: { tone: 'planned', label: 'Open' },
    doing: { tone: 'underway', label: 'Under way' },
    done: { tone: 'done', label: 'Done' },
    cancelled: { tone: 'planned', label: 'Cancelled', icon: 'slash' },
  },
  mailboxState: {
    unconnected: { tone: 'planned', label: 'Not connected' },
    connected: { tone: 'done', label: 'Connected' },
    importing: { tone: 'underway', label: 'Importing' },
    waiting: { tone: 'attention', label: 'Trying again' },
    paused: { tone: 'planned', label: 'Paused', icon: 'pause' },
    failed: { tone: 'late', label: 'Needs attention' },
  },
  importState: {
    uploaded: { tone: 'planned', label: 'Uploaded' },
    mapped: { tone: 'planned', label: 'Mapped' },
    dry_run: { tone: 'planned', label: 'Dry run' },
    running: { tone: 'underway', label: 'Running' },
    paused: { tone: 'attention', label: 'Paused', icon: 'pause' },
    completed: { tone: 'done', label: 'Completed' },
    failed: { tone: 'late', label: 'Failed' },
    cancelled: { tone: 'planned', label: 'Cancelled', icon: 'slash' },
    undone: { tone: 'planned', label: 'Undone', icon: 'slash' },
  },
  importRowOutcome: {
    created: { tone: 'done', label: 'Created' },
    updated: { tone: 'underway', label: 'Updated' },
    unchanged: { tone: 'planned', label: 'Unchanged' },
    skipped: { tone: 'planned', label: 'Skipped', icon: 'slash' },
    rejected: { tone: 'late', label: 'Rejected' },
  },
  effectState: {
    pending: { tone: 'planned', label: 'Pending' },
    claimed: { tone: 'underway', label: 'Claimed' },
    handing_over: { tone: 'underway', label: 'Handing over' },
    done: { tone: 'done', label: 'Done' },
    unknown: { tone: 'attention', label: 'Unknown' },
    dead: { tone: 'late', label: 'Dead' },
  },
  exportState: {
    pending: { tone: 'planned', label: 'Pending' },
    running: { tone: 'underway', label: 'Running' },
    completed: { tone: 'done', label: 'Completed' },
    failed: { tone: 'late', label: 'Failed' },
    cancelled: { tone: 'planned', label: 'Cancelled', icon: 'slash' },
  },
} as const satisfies Record<string, Record<string, StatusLook>>;

export type StatusKind = keyof typeof statuses;
export type StatusValue<K extends StatusKind> = keyof (typeof statuses)[K] & string;

/** The look of one state: its tone, its word, and the icon that goes with them. */
export function statusLook<K extends StatusKind>(kind: K, value: StatusValue<K>): Required<StatusLook> {
  const looks: Record<string, StatusLook> = statuses[kind];
  const look = looks[value];
  if (!look) throw new TypeError(`No look for ${kind} "${value}"`);
  return { ...look, icon: look.icon ?? toneIcons[look.tone] };
}
