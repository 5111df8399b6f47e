'use client';

import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { readReply, saveReply, type OtherDraft, type Standing } from '@/features/threads/components/inbox/reply-store';
import type { AttachedFile } from '@/features/threads/components/use-message-draft';
import { forgetDraft } from '@/ui/forget-draft';
import { useLive } from '@/ui/live/live-provider';
import { useWorkspace } from '@/ui/shell/workspace-scope';

const pauseMs = 1_200;

export interface ReplyConflict {
  message: string;
  draft: OtherDraft | null;
}

type KeptState = 'idle' | 'dirty' | 'saving';

/** The words of an answer: kept in this browser at once, on the server when one pauses, and there for colleagues too. */
// eslint-disable-next-line max-lines-per-function -- one thing: the words, where they are kept, and what stands against it
export function useKeptReply(threadId: string) {
  const { slug } = useWorkspace();
  const bodyKey = `reply:${threadId}`;
  const [begun, setBegun] = useState({ html: '', round: 0 });
  const [files, setFiles] = useState<AttachedFile[]>([]);
  const [conflict, setConflict] = useState<ReplyConflict | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [state, setState] = useState<KeptState>('idle');
  const now = useRef<{ standing: Standing | null; html: string; files: AttachedFile[] }>({
    standing: null,
    html: '',
    files: [],
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const begin = useCallback((html: string, standing: Standing | null, attached: AttachedFile[] = []) => {
    clearTimeout(timer.current);
    now.current = { standing, html, files: attached };
    setFiles(attached);
    setState('idle');
    setBegun(({ round }) => ({ html, round: round + 1 }));
  }, []);
  const read = useCallback(async () => {
    const draft = await readReply(slug, threadId);
    if (draft && draft.version === now.current.standing?.version) return;
    const attached = draft?.attachments.map(({ name, size }, index) => ({
      id: draft.fileIds[index] ?? '',
      name,
      size,
    }));
    begin(draft?.html ?? '', draft, attached);
  }, [slug, threadId, begin]);
  const readFirst = useEffectEvent(() => void read());
  useEffect(() => readFirst(), [slug, threadId]);
  useLive([{ type: 'message' }], () => {
    if (state === 'idle' && (begun.html !== '' || now.current.html === '')) void read();
  });

  const save = async (): Promise<Standing | null> => {
    clearTimeout(timer.current);
    const { html, standing, files: attached } = now.current;
    setState('saving');
    const saved = await saveReply(slug, { threadId, html, standing, fileIds: attached.map(({ id }) => id) });
    const same = now.current.html === html;
    setState(saved.state === 'kept' && same ? 'idle' : 'dirty');
    setProblem(saved.state === 'failed' ? saved.message : null);
    if (saved.state === 'stale') setConflict(saved);
    if (saved.state !== 'kept') return null;
    now.current.standing = saved.draft;
    if (same) forgetDraft(bodyKey);
    return saved.draft;
  };
  const saveSoon = (ms: number) => {
    setState('dirty');
    clearTimeout(timer.current);
    if (!conflict) timer.current = setTimeout(() => void save(), ms);
  };
  const settle = (draft: OtherDraft | null) => {
    now.current.standing = draft;
    setConflict(null);
  };
  return {
    bodyKey,
    begun,
    files,
    conflict,
    problem,
    state,
    begin,
    read,
    save,
    setProblem,
    current: () => now.current,
    change: (html: string) => {
      if (html === now.current.html) return;
      now.current.html = html;
      saveSoon(pauseMs);
    },
    changeFiles: (next: (files: AttachedFile[]) => AttachedFile[]) => {
      now.current.files = next(now.current.files);
      setFiles(now.current.files);
      saveSoon(50);
    },
    takeTheirs: () => {
      forgetDraft(bodyKey);
      settle(conflict?.draft ?? null);
      begin(conflict?.draft?.html ?? '', conflict?.draft ?? null);
    },
    keepMine: () => {
      settle(conflict?.draft ?? null);
      void save();
    },
  };
}
