'use client';

import { useState } from 'react';
import { dryRunImport, mapImport } from '@/features/imports/actions';
import { questionId } from '@/features/imports/components/mapping/open-questions';
import type { Mapping } from '@/features/imports/components/mapping/use-mapping';
import type { FollowedImport } from '@/features/imports/components/use-import';
import type { Ambiguity } from '@/features/imports/model/find-ambiguities';
import { useWorkspace } from '@/ui/shell/workspace-scope';

interface CheckOptions {
  followed: FollowedImport;
  mapping: Mapping;
  /** What the preview found open with the mapping as it is now. */
  asked: Ambiguity[] | undefined;
  onChecking: () => void;
}

interface Refused {
  message: string;
  fields: { path: string; message: string }[];
}

type Refusal = Extract<Awaited<ReturnType<typeof mapImport>>, { ok: false }>['error'];

/** Hands the mapping to the server and lets it count what the import will do; nothing is lost when it refuses. */
export function useCheck({ followed, mapping, asked, onChecking }: CheckOptions) {
  const { slug } = useWorkspace();
  const [refused, setRefused] = useState<Refused | null>(null);
  const [pending, setPending] = useState(false);
  const [missed, setMissed] = useState(false);
  const [insisted, setInsisted] = useState<Ambiguity[]>([]);
  const { current, show, reload } = followed;
  const questions = joinQuestions(asked ?? current.ambiguities, insisted);

  function refuse({ reason, message, fields, extra }: Refusal) {
    if (reason === 'ambiguous') {
      setInsisted((extra?.['ambiguities'] ?? []) as Ambiguity[]);
      setMissed(true);
    }
    setRefused({ message, fields: reason === 'ambiguous' ? [] : fields });
    if (reason === 'stale_version') reload();
  }

  async function run() {
    const open = questions.find(({ setting }) => mapping.settings[setting] === undefined);
    setRefused(mapping.conflicts.size > 0 ? conflictsOf(mapping) : null);
    setMissed(open !== undefined);
    if (open) document.getElementById(questionId(open))?.focus();
    if (open || mapping.conflicts.size > 0) return;
    setPending(true);
    const answer = await send();
    setPending(false);
    if (answer?.ok) {
      mapping.clear();
      show(answer.data);
      onChecking();
    } else if (answer) refuse(answer.error);
    else setRefused({ message: 'The server did not answer. Your choices are kept.', fields: [] });
  }

  async function send() {
    const { id, version } = current;
    const { targets, settings } = mapping;
    const mapped = await mapImport(slug, { id, version, mapping: targets, settings }).catch(() => null);
    if (!mapped?.ok) return mapped;
    show(mapped.data);
    return dryRunImport(slug, { id }).catch(() => null);
  }

  return { run, pending, refused, missed, questions };
}

/** Only what has to be answered; the platform of handles has its place among the settings. */
function joinQuestions(found: Ambiguity[], insisted: Ambiguity[]): Ambiguity[] {
  const all = new Map([...found, ...insisted].map((question) => [question.setting, question]));
  return [...all.values()].filter(({ required }) => required);
}

function conflictsOf({ conflicts }: Mapping): Refused {
  return {
    message: 'Two columns cannot go to one field, and every custom field needs a name.',
    fields: [...conflicts].map(([column, message]) => ({
      path: `mapping.${column}`,
      message: `${column}: ${message}`,
    })),
  };
}
