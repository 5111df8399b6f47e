import type { MergeProblem } from './merge-fields';

export type Problem =
  | 'do_not_contact'
  | 'minor_without_guardian'
  | 'archived'
  | 'no_address'
  | 'no_mailbox'
  | 'empty_subject'
  | 'empty_body'
  | MergeProblem['problem'];

export interface NamedProblem {
  problem: Problem;
  /** The merge field, if it is about one. */
  field: string | null;
  message: string;
}

const sentences: Record<Exclude<Problem, MergeProblem['problem']>, (name: string) => string> = {
  do_not_contact: (name) => `${name} is on do-not-contact.`,
  minor_without_guardian: (name) => `${name} is a minor. Name a guardian first.`,
  archived: (name) => `${name} is archived. Restore the record first.`,
  no_address: (name) => `There is no e-mail address for ${name} or for who is written to instead.`,
  no_mailbox: () => 'There is no mailbox to write from.',
  empty_subject: () => 'The subject is empty.',
  empty_body: () => 'The message is empty.',
};

export function describeProblem(problem: Exclude<Problem, MergeProblem['problem']>, name: string): NamedProblem {
  return { problem, field: null, message: sentences[problem](name) };
}

export function describeField({ problem, field }: MergeProblem, name: string): NamedProblem {
  const message =
    problem === 'empty_field' ? `{{${field}}} has no value for ${name}.` : `There is no field "${field}".`;
  return { problem, field, message };
}
