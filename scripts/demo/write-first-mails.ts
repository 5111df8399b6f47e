import { queueMessage } from '@/features/threads/commands/queue-message';
import { queueMessageSchema } from '@/features/threads/schemas/queue-message';
import { inWorkspace } from '@/platform/db/in-workspace';
import { encodeId } from '@/shared/ids';
import type { DemoWorkspace } from './demo-workspace';

const mails = [
  {
    to: 'Noor Bakker',
    subject: 'Barrier repair: study and first cut',
    html: '<p>Hi {{creator.greeting}},</p><p>the study you asked for is on its way. Could you send the rough cut by Thursday?</p><p>{{sender.name}}</p>',
  },
  {
    to: 'Mia Fischer',
    subject: 'Morning routine, second cut',
    html: '<p>Hallo {{creator.greeting}},</p><p>lovely light in the second half. Two small things before we sign it off: the label has to stand in the first line, and the claim about wrinkles has to go.</p><p>{{sender.name}}</p>',
  },
  {
    to: 'Rosa Peña',
    subject: 'January story set',
    html: '<p>Hola {{creator.greeting}},</p><p>the brief for the January stories is ready. Shall I send the parcel to Valencia?</p><p>{{sender.name}}</p>',
  },
  {
    to: 'Sora Kim',
    subject: 'A first idea for spring',
    html: '<p>Dear {{creator.greeting}},</p><p>we would love to hear what you think of our spring serum. No obligations; I can send the ingredients first.</p><p>{{sender.name}}, {{brand.name}}</p>',
  },
  {
    to: 'Chloé Martin',
    subject: 'Winter in Montréal',
    html: '<p>Salut {{creator.greeting}},</p><p>is the cream holding up at minus twenty? A few words on camera would be wonderful.</p><p>{{sender.name}}</p>',
  },
];

/** A few mails that leave when the worker starts. */
export async function writeFirstMails(workspace: DemoWorkspace, ids: ReadonlyMap<string, string>): Promise<void> {
  for (const mail of mails) {
    const creatorId = encodeId('creator', ids.get(mail.to) ?? '');
    const { subject, html } = mail;
    await inWorkspace(workspace.as('marketer', new Date()), (tx) =>
      queueMessage(tx, queueMessageSchema.parse({ creatorId, subject, html })),
    );
  }
}
