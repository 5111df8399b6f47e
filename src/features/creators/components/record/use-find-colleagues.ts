'use client';

import { useCallback } from 'react';
import type { CreatorVocabulary } from '@/features/creators/schemas/creator-vocabulary';
import { callRead } from '@/ui/call-read';
import { foldText } from '@/ui/fold-text';
import type { MentionPerson } from '@/ui/rich-text/mention-menu';
import { useWorkspace } from '@/ui/shell/workspace-scope';

const most = 8;

/** Members whose name fits what was typed after an @. */
export function useFindColleagues(): (query: string) => Promise<readonly MentionPerson[]> {
  const { slug } = useWorkspace();
  return useCallback(
    async (query) => {
      const { members } = await callRead<CreatorVocabulary>({ workspace: slug, name: 'get-creator-vocabulary' });
      const folded = foldText(query);
      return members
        .filter(({ name }) => foldText(name).includes(folded))
        .slice(0, most)
        .map(({ id, name }) => ({ id, label: name }));
    },
    [slug],
  );
}
