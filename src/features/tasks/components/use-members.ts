'use client';

import { useEffect, useState } from 'react';
import { callRead } from '@/ui/call-read';
import { useWorkspace } from '@/ui/shell/workspace-scope';

export interface Member {
  id: string;
  name: string;
}

/** Who works here, by name; empty until it is read. */
export function useMembers(): readonly Member[] {
  const { slug } = useWorkspace();
  const [members, setMembers] = useState<readonly Member[]>([]);
  useEffect(() => {
    const giveUp = new AbortController();
    callRead<Member[]>({ workspace: slug, name: 'find-members', signal: giveUp.signal }).then(
      setMembers,
      () => undefined,
    );
    return () => giveUp.abort();
  }, [slug]);
  return members;
}
