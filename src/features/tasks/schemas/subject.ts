import { z } from 'zod';
import { TASK_SUBJECTS, type TaskSubject } from '@/features/tasks/model/vocabulary';
import type { Tx } from '@/platform/db/in-workspace';
import { idPrefixes, idSchema } from '@/shared/ids';
import type { Permission } from '@/shared/permissions';

export interface SubjectId {
  type: TaskSubject;
  /** UUID. */
  id: string;
}

export interface FoundSubject {
  title: string;
  /** The creator it is about, if it is about one. */
  creatorId: string | null;
}

/** How one kind of subject is found. A slice offers one for each noun it owns; `src/app/tasks` lists them. */
export interface SubjectSource {
  type: TaskSubject;
  /** Who lacks it is told no titles, and makes no tasks about such a thing. */
  permission: Permission;
  /** Those of the ids that are there for this Context, by id; what was put away is not. */
  find(this: void, tx: Tx, ids: readonly string[]): Promise<Map<string, FoundSubject>>;
}

/** `thr_…`: the prefix says what it is. */
export const subjectIdSchema = z
  .union(
    TASK_SUBJECTS.map((type) => idSchema(type).transform((id): SubjectId => ({ type, id }))),
    {
      message: `must be an id like ${TASK_SUBJECTS.map((type) => `${idPrefixes[type]}_…`).join(', ')}`,
    },
  )
  .meta({ description: `What it is about: the id of a ${TASK_SUBJECTS.join(', ')}` });
