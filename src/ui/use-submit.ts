'use client';

import { useState } from 'react';

interface FieldProblem {
  path: string;
  message: string;
}

/** What an action answers, as far as a form needs it. */
export type SubmitResult =
  { ok: true; data: unknown } | { ok: false; error: { message: string; fields: FieldProblem[] } };

export interface Submit {
  pending: boolean;
  /** What the server said about single fields … */
  errors: readonly FieldProblem[];
  /** … and about the whole, where it named no field. */
  message: string | undefined;
  errorOf: (path: string) => string | undefined;
  /** Carries a write out. True when it was done; else the form shows why, and what was typed stays. */
  submit: (write: () => Promise<SubmitResult>) => Promise<boolean>;
}

const unreachable = 'The server did not answer. Check your connection and try again.';

/** The sending of a form: whether it is under way, and what was wrong. */
export function useSubmit(): Submit {
  const [pending, setPending] = useState(false);
  const [errors, setErrors] = useState<readonly FieldProblem[]>([]);
  const [message, setMessage] = useState<string | undefined>();
  const submit: Submit['submit'] = async (write) => {
    setPending(true);
    const answer = await write().catch(() => ({ ok: false as const, error: { message: unreachable, fields: [] } }));
    setPending(false);
    setErrors(answer.ok ? [] : answer.error.fields);
    setMessage(answer.ok || answer.error.fields.length > 0 ? undefined : answer.error.message);
    return answer.ok;
  };
  return { pending, errors, message, errorOf: (path) => errors.find((error) => error.path === path)?.message, submit };
}
