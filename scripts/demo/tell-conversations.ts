import { receiveMails } from '@/features/threads/receive-mails';
import { toPlainText } from '@/platform/html/to-plain-text';
import { buildMime, type OutgoingMail } from '@/platform/mail/build-mime';
import { demoConversations, demoStrangers, type DemoConversation, type DemoMail } from './conversations.data';
import { demoCreators } from './creators.data';
import type { DemoWorkspace } from './demo-workspace';
import { managerAddress } from './introduce-managers';
import { writePdf } from './write-pdf';

const day = 24 * 60 * 60_000;
const brand = { name: 'Lumen Skincare Partnerships', address: 'partners@lumen.example' };

interface Told {
  raw: Buffer;
  receivedAt: Date;
  sentFolder: boolean;
}

/** The mail from before the demo began, read in by the product's own road as the history of a mailbox. */
export async function tellConversations(workspace: DemoWorkspace): Promise<void> {
  const now = Date.now();
  const told: Told[] = [];
  for (const conversation of demoConversations) told.push(...(await writeConversation(conversation, now)));
  for (const [index, { from, daysAgo, subject, text }] of demoStrangers.entries()) {
    const [, name = '', address = ''] = /^(.*) <(.*)>$/.exec(from) ?? [];
    const mail = {
      id: `<stranger-${index}@demo.example>`,
      from: { name, address },
      to: [brand],
      daysAgo,
      subject,
      text,
    };
    told.push({ raw: await compose(mail, now), receivedAt: new Date(now - daysAgo * day), sentFolder: false });
  }
  await receiveMails(workspace.as('admin', new Date(now)), {
    mailboxId: workspace.mailboxId,
    history: true,
    mails: told,
  });
}

async function writeConversation({ with: name, subject, mails }: DemoConversation, now: number): Promise<Told[]> {
  const creator = demoCreators.find((one) => one.name === name);
  const people = {
    us: brand,
    them: { name, address: creator?.email ?? '' },
    manager: { name: creator?.manager ?? '', address: managerAddress(creator?.manager ?? '') },
  };
  const told: Told[] = [];
  const references: string[] = [];
  for (const [index, mail] of mails.entries()) {
    const id = `<${subject.toLowerCase().replace(/[^a-z]+/g, '-')}-${index}@demo.example>`;
    const to = mail.by === 'us' ? [lastWriter(mails.slice(0, index), people)] : [brand];
    const words = {
      id,
      to,
      from: people[mail.by],
      references: [...references],
      subject: index === 0 ? subject : `Re: ${subject}`,
    };
    const raw = await compose({ ...mail, ...words }, now);
    told.push({ raw, receivedAt: new Date(now - mail.daysAgo * day), sentFolder: mail.by === 'us' });
    references.push(id);
  }
  return told;
}

type Person = OutgoingMail['from'];

function lastWriter(before: readonly DemoMail[], people: Record<DemoMail['by'], Person>): Person {
  return people[before.filter(({ by }) => by !== 'us').at(-1)?.by ?? 'them'];
}

interface Composed {
  id: string;
  from: Person;
  to: Person[];
  daysAgo: number;
  subject: string;
  text: string;
  references?: string[];
  files?: DemoMail['files'];
}

function compose(
  { id, from, to, daysAgo, subject, text, references = [], files = [] }: Composed,
  now: number,
): Promise<Buffer> {
  const html = text
    .split('\n\n')
    .map((paragraph) => `<p>${paragraph.replace(/\n/g, '<br>')}</p>`)
    .join('');
  return buildMime({
    ...{ messageId: id, from, to, cc: [], subject, html, references, headers: {} },
    date: new Date(now - daysAgo * day),
    text: toPlainText(html),
    attachments: files.map(({ name, contentType, text: words }) => ({
      name,
      contentType,
      content: contentType === 'application/pdf' ? writePdf(words) : Buffer.from(words),
    })),
  });
}
