import { z } from 'zod';

/** Something others may be looking at has changed: a row (`change`), or who looks at it (`presence`). */
export interface LiveChange {
  kind: 'change' | 'presence' | 'notification';
  /** The noun, as `idPrefixes` names it. */
  type: string;
  id: string;
  /** The creator on whose record it shows. */
  creatorId: string | null;
}

/** What is told of one workspace at once. `all`: too much to name, so read again what is shown. */
export interface LiveNotice {
  workspaceId: string;
  changes: LiveChange[] | 'all';
}

/** PostgreSQL refuses a payload of NOTIFY of 8,000 bytes and more. */
const payloadBytes = 7_900;
/** Beyond it an import or a bulk action is under way: naming each row costs more than reading again. */
const mostNamed = 300;

const letters = { change: 'c', presence: 'p', notification: 'n' } as const;
const kinds = { c: 'change', p: 'presence', n: 'notification' } as const;

const wireSchema = z.tuple([z.enum(['c', 'p', 'n']), z.string(), z.uuid(), z.uuid().nullable()]);
const payloadSchema = z.tuple([z.uuid(), z.union([z.literal('all'), z.array(wireSchema)])]);
type Wire = z.infer<typeof wireSchema>;

/** The payloads of NOTIFY that carry these notices, each short enough; a change named twice is told once. */
export function encodeNotices(notices: readonly LiveNotice[]): string[] {
  return notices.flatMap(encodeNotice);
}

function encodeNotice({ workspaceId, changes }: LiveNotice): string[] {
  if (changes === 'all') return [JSON.stringify([workspaceId, 'all'])];
  const wires = new Map<string, Wire>();
  for (const { kind, type, id, creatorId } of changes) {
    const wire: Wire = [letters[kind], type, id, creatorId];
    wires.set(wire.join(' '), wire);
  }
  if (wires.size > mostNamed) return encodeNotice({ workspaceId, changes: 'all' });
  return cut([...wires.values()]).map((part) => JSON.stringify([workspaceId, part]));
}

/** Parts whose JSON fits one payload beside the workspace's id. */
function cut(wires: readonly Wire[]): Wire[][] {
  const parts: Wire[][] = [];
  let room = 0;
  for (const wire of wires) {
    const size = Buffer.byteLength(JSON.stringify(wire)) + 1;
    if (size > room) {
      parts.push([]);
      room = payloadBytes - 60;
    }
    parts.at(-1)?.push(wire);
    room -= size;
  }
  return parts;
}

/** What a payload says, or null when it is none of ours: anyone who may log in to the database may NOTIFY. */
export function decodeNotice(payload: string): LiveNotice | null {
  const parsed = payloadSchema.safeParse(parseJson(payload));
  if (!parsed.success) return null;
  const [workspaceId, changes] = parsed.data;
  if (changes === 'all') return { workspaceId, changes };
  return {
    workspaceId,
    changes: changes.map(([letter, type, id, creatorId]) => ({ kind: kinds[letter], type, id, creatorId })),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
