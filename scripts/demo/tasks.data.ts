import type { CreateTaskInput } from '@/features/tasks/schemas/task-commands';
import type { TaskState } from '@/features/tasks/model/task-transitions';
import type { Role } from '@/shared/permissions';

export interface DemoTask {
  title: string;
  note?: string;
  /** A creator of the demo by name. */
  about?: string;
  for?: Role;
  by: Role;
  /** Days from today; half an hour's precision is in `time`. */
  due?: number;
  time?: string;
  priority?: CreateTaskInput['priority'];
  recurrence?: CreateTaskInput['recurrence'];
  state?: TaskState;
  /** Put off until so many days from now. */
  asleep?: number;
}

export const demoTasks: DemoTask[] = [
  {
    title: 'Ask Noor for the rough cut',
    about: 'Noor Bakker',
    for: 'marketer',
    by: 'marketer',
    due: -2,
    priority: 'high',
  },
  {
    title: 'Send the study on barrier repair',
    note: 'The PDF of the lab, and the two slides that Noor liked in May.',
    about: 'Noor Bakker',
    for: 'marketer',
    by: 'manager',
    due: 0,
    time: '17:00',
    state: 'doing',
  },
  {
    title: 'Check the claim about wrinkles in the second cut',
    about: 'Mia Fischer',
    for: 'legal',
    by: 'marketer',
    due: 0,
    priority: 'urgent',
  },
  { title: 'Ask for the invoice of the September reel', about: 'Mia Fischer', for: 'finance', by: 'marketer', due: -5 },
  { title: 'Send the parcel to Valencia', about: 'Rosa Peña', for: 'marketer', by: 'marketer', due: 1 },
  {
    title: 'Call about the fee for two stories',
    note: 'She asked for 1,400 last time; we have room up to 1,600.',
    about: 'Rosa Peña',
    for: 'marketer',
    by: 'marketer',
    due: 2,
    time: '11:30',
  },
  { title: 'Look for three hair creators in Portugal', by: 'manager', due: 6 },
  { title: 'Renew the NDA before the spring launch', about: 'Chloé Martin', for: 'legal', by: 'manager', due: 21 },
  {
    title: 'Read Monday’s numbers',
    for: 'manager',
    by: 'manager',
    due: 0,
    time: '18:00',
    recurrence: { every: 'week', days: [1] },
  },
  {
    title: 'Send what is payable to accounting',
    for: 'finance',
    by: 'finance',
    due: 4,
    recurrence: { every: 'month', day: 28 },
  },
  { title: 'Write to Sora again if nothing came', about: 'Sora Kim', for: 'marketer', by: 'marketer', asleep: 3 },
  { title: 'Collect ideas for the summer kit', by: 'admin', priority: 'low' },
  {
    title: 'Thank Chloé for the winter pictures',
    about: 'Chloé Martin',
    for: 'marketer',
    by: 'marketer',
    due: -1,
    state: 'done',
  },
  {
    title: 'Book the studio in Rotterdam',
    about: 'Noor Bakker',
    for: 'marketer',
    by: 'manager',
    due: -3,
    state: 'cancelled',
  },
];
