'use client';

import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import type { CreatorRecord } from '@/features/creators/schemas/creator-record';
import { callRead } from '@/ui/call-read';
import { useLive } from '@/ui/live/live-provider';
import { notify } from '@/ui/notify';
import { useWorkspace } from '@/ui/shell/workspace-scope';

/** What an action answers, as far as a screen needs it. */
export type Answer =
  | { ok: true; data: unknown }
  | {
      ok: false;
      error: { code: string; reason?: string; message: string; fields: { path: string; message: string }[] };
    };

export type Refusal = Extract<Answer, { ok: false }>['error'];

export interface RecordScope {
  record: CreatorRecord;
  /** Grows with each change that was saved, for lists that follow (timeline, notes). */
  revision: number;
  /**
   * Shows a change at once and saves it. Refused, the record is as it was, the reason is said, and null is not answered
   * but the refusal: what was typed stays with whoever called.
   */
  save: (write: () => Promise<Answer>, shown?: Partial<CreatorRecord>) => Promise<Refusal | null>;
  /** Reads the record again. */
  refresh: () => Promise<void>;
  /** May change this creator: the permission, and not archived. */
  editable: boolean;
}

const Scope = createContext<RecordScope | null>(null);

const unreachable: Refusal = {
  code: 'unreachable',
  message: 'The server did not answer. Check your connection and try again.',
  fields: [],
};

/** The record that everything below shows and changes. */
export function RecordProvider({ initial, children }: { initial: CreatorRecord; children: ReactNode }) {
  const { slug, can } = useWorkspace();
  const [given, setGiven] = useState(initial);
  const [record, setRecord] = useState(initial);
  const [revision, setRevision] = useState(0);
  if (given !== initial) {
    setGiven(initial);
    setRecord(initial);
  }
  const { id } = record;

  const refresh = useCallback(async () => {
    const fresh = await callRead<CreatorRecord>({ workspace: slug, name: 'get-creator' }, { id }).catch(() => null);
    if (fresh) setRecord(fresh);
    setRevision((count) => count + 1);
  }, [slug, id]);

  const saving = useRef(0);
  // What is shown ahead of its saving must not be taken back by what others do; the saving reads again by itself.
  useLive([{ creatorId: id }, { type: 'creator', id }], () => {
    if (saving.current === 0) void refresh();
  });

  const save = useCallback<RecordScope['save']>(
    async (write, shown) => {
      if (shown) setRecord((current) => ({ ...current, ...shown }));
      saving.current += 1;
      const answer = await write().catch((): Answer => ({ ok: false, error: unreachable }));
      saving.current -= 1;
      await refresh();
      if (answer.ok) return null;
      if (shown) setRecord((current) => (isShown(current, shown) ? { ...current, ...undone(record, shown) } : current));
      tell(answer.error);
      return answer.error;
    },
    [record, refresh],
  );

  const editable = can('creator.update') && record.archivedAt === null;
  const scope = useMemo(
    () => ({ record, revision, save, refresh, editable }),
    [record, revision, save, refresh, editable],
  );
  return <Scope value={scope}>{children}</Scope>;
}

export function useRecord(): RecordScope {
  const scope = useContext(Scope);
  if (!scope) throw new Error('useRecord outside of RecordProvider');
  return scope;
}

/** Still what was shown ahead: the server could not be asked either. */
function isShown(current: CreatorRecord, shown: Partial<CreatorRecord>): boolean {
  return Object.entries(shown).every(([field, value]) => current[field as keyof CreatorRecord] === value);
}

function undone(before: CreatorRecord, shown: Partial<CreatorRecord>): Partial<CreatorRecord> {
  return Object.fromEntries(Object.keys(shown).map((field) => [field, before[field as keyof CreatorRecord]]));
}

function tell({ reason, message, fields }: Refusal): void {
  // The form asks about it where it was typed.
  if (reason === 'possible_duplicate') return;
  if (reason === 'stale_version') {
    notify.warn('Someone changed this while you did', {
      description: 'You now see what stands. What you typed is kept: look, then save again.',
    });
  } else notify.failed('Not saved', { description: fields[0] ? upperFirst(fields[0].message) : message });
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
