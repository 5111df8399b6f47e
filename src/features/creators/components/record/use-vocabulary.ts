'use client';

import { useEffect, useState } from 'react';
import type { CreatorVocabulary } from '@/features/creators/schemas/creator-vocabulary';
import { callRead } from '@/ui/call-read';
import { useWorkspace } from '@/ui/shell/workspace-scope';

const nothing: CreatorVocabulary = { me: null, members: [], tags: [], customFields: [] };

/** Members, tags and custom fields, read when a control that needs them is first used. */
export function useVocabulary(wanted: boolean): CreatorVocabulary {
  const { slug } = useWorkspace();
  const [vocabulary, setVocabulary] = useState<CreatorVocabulary>(nothing);
  useEffect(() => {
    if (!wanted) return;
    const giveUp = new AbortController();
    callRead<CreatorVocabulary>({ workspace: slug, name: 'get-creator-vocabulary', signal: giveUp.signal }).then(
      setVocabulary,
      () => undefined,
    );
    return () => giveUp.abort();
  }, [wanted, slug]);
  return vocabulary;
}
