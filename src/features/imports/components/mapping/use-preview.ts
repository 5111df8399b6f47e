'use client';

import { useEffect, useState } from 'react';
import type { Mapping } from '@/features/imports/components/mapping/use-mapping';
import type { Import, ImportPreview } from '@/features/imports/schemas/import';
import { callRead } from '@/ui/call-read';
import { useWorkspace } from '@/ui/shell/workspace-scope';

export interface Preview {
  /** The last answer; an older one stays in sight until the next has come. */
  answer: ImportPreview | null;
  pending: boolean;
  failure: string | null;
}

const restMs = 300;

/** The first rows as they would be read with the decisions made so far. */
export function usePreview({ id }: Import, { targets, settings, conflicts }: Mapping): Preview {
  const { slug } = useWorkspace();
  const [preview, setPreview] = useState<Preview>({ answer: null, pending: true, failure: null });
  const input = JSON.stringify({ id, mapping: targets, settings });
  const readable = conflicts.size === 0;
  const [asked, setAsked] = useState(input);
  if (asked !== input) {
    setAsked(input);
    setPreview({ ...preview, pending: true });
  }
  useEffect(() => {
    if (!readable) return;
    const giveUp = new AbortController();
    const timer = setTimeout(() => {
      callRead<ImportPreview>(
        { workspace: slug, name: 'preview-import', signal: giveUp.signal },
        JSON.parse(input) as object,
      ).then(
        (answer) => setPreview({ answer, pending: false, failure: null }),
        (error: unknown) => {
          if (giveUp.signal.aborted) return;
          const failure = error instanceof Error ? error.message : 'The preview did not come.';
          setPreview((before) => ({ ...before, pending: false, failure }));
        },
      );
    }, restMs);
    return () => {
      clearTimeout(timer);
      giveUp.abort();
    };
  }, [slug, input, readable]);
  return preview;
}
