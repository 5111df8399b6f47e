'use client';

import { useCallback, useEffect, useState } from 'react';
import type { MemberDto } from '@/features/members/schemas/member';
import { callRead } from '@/ui/call-read';
import { foldText } from '@/ui/fold-text';
import type { MentionPerson } from '@/ui/rich-text/mention-menu';
import { useWorkspace } from '@/ui/shell/workspace-scope';

const most = 8;

/** Who works here, who of them asks, and whom an @ may mean. */
export function useMembers() {
  const { slug } = useWorkspace();
  const [members, setMembers] = useState<MemberDto[]>([]);
  useEffect(() => {
    const giveUp = new AbortController();
    callRead<MemberDto[]>({ workspace: slug, name: 'find-members', signal: giveUp.signal }).then(
      setMembers,
      () => undefined,
    );
    return () => giveUp.abort();
  }, [slug]);
  const people = useCallback(
    (query: string): Promise<readonly MentionPerson[]> =>
      Promise.resolve(
        members
          .filter(({ name }) => foldText(name).includes(foldText(query)))
          .slice(0, most)
          .map(({ id, name }) => ({ id, label: name })),
      ),
    [members],
  );
  return { members, me: members.find(({ isMe }) => isMe)?.id ?? null, people };
}
