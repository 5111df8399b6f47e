'use client';

import { useEffect, useState } from 'react';
import { callRead } from '@/ui/call-read';
import { useWorkspace } from '@/ui/shell/workspace-scope';

interface Subject<T> {
  /** Null while it is read. */
  subject: T | 'failed' | null;
  /** Reads it again. */
  reload: () => void;
}

/** One contact or agency for its panel. */
export function useSubject<T>(read: 'get-contact' | 'get-agency', id: string): Subject<T> {
  const { slug } = useWorkspace();
  const [subject, setSubject] = useState<Subject<T>['subject']>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    const giveUp = new AbortController();
    callRead<T>({ workspace: slug, name: read, signal: giveUp.signal }, { id }).then(
      setSubject,
      () => !giveUp.signal.aborted && setSubject('failed'),
    );
    return () => giveUp.abort();
  }, [slug, read, id, round]);
  return { subject, reload: () => setRound((count) => count + 1) };
}
