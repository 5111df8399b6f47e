'use client';

import { useMemo } from 'react';
import { draftStorageKey, forgetDraft } from '@/ui/forget-draft';
import { useDraft } from '@/ui/use-draft';
import { readStoredText } from '@/ui/use-stored-text';

export interface AttachedFile {
  id: string;
  name: string;
  size: number;
}

export interface MessageDraft {
  /** The same draft sent twice, as by a second click, is one message. */
  draftId: string;
  mailboxId: string | null;
  subject: string;
  /** Null: whoever the record says. */
  to: { name: string | null; address: string }[] | null;
  files: AttachedFile[];
}

export interface KeptDraft {
  draft: MessageDraft;
  /** A function is given what is kept now, which may be newer than what is drawn. */
  change: (change: Partial<MessageDraft> | ((draft: MessageDraft) => Partial<MessageDraft>)) => void;
  /** Under it the editor keeps the body. */
  bodyKey: string;
  forget: () => void;
}

/** A message while it is written: kept in this browser until it is queued. */
export function useMessageDraft(creatorId: string): KeptDraft {
  const draftKey = `message:${creatorId}`;
  const kept = useDraft(draftKey);
  const bodyKey = `message-body:${creatorId}`;
  const fresh = useMemo(
    (): MessageDraft => ({ draftId: crypto.randomUUID(), mailboxId: null, subject: '', to: null, files: [] }),
    [],
  );
  const draft = { ...fresh, ...readDraft(kept.text) };
  return {
    draft,
    change: (change) => {
      const now = { ...fresh, ...readDraft(readStoredText(draftStorageKey(draftKey)) ?? '') };
      kept.setText(JSON.stringify({ ...now, ...(typeof change === 'function' ? change(now) : change) }));
    },
    bodyKey,
    forget: () => {
      kept.clear();
      forgetDraft(bodyKey);
    },
  };
}

function readDraft(text: string): Partial<MessageDraft> {
  try {
    return JSON.parse(text) as Partial<MessageDraft>;
  } catch {
    return {};
  }
}
