import { randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';

/** What the list shows of a mail that arrived. */
export interface StoredMail {
  id: string;
  /** RFC 3339. */
  receivedAt: string;
  envelopeFrom: string;
  envelopeTo: string[];
  from: string;
  subject: string;
  attachments: number;
}

export interface MailStore {
  /** Keeps a mail as it came; it survives a restart. */
  save(raw: Buffer, envelope: { from: string; to: string[] }): Promise<StoredMail>;
  /** Newest first. */
  list(): StoredMail[];
  /** The message as it came over the wire, or undefined. */
  readRaw(id: string): Promise<Buffer | undefined>;
}

/** Opens the folder of arrived mails: one `.eml` and one `.json` for each, named by arrival. */
export async function openMailStore(folder: string): Promise<MailStore> {
  await mkdir(folder, { recursive: true });
  const mails = await readAll(folder);
  return {
    list: () => mails,
    readRaw: async (id) => (mails.some((mail) => mail.id === id) ? readFile(join(folder, `${id}.eml`)) : undefined),
    save: async (raw, envelope) => {
      const mail = await describe(raw, envelope);
      await writeFile(join(folder, `${mail.id}.eml`), raw);
      // The description comes last and whole: what a crash leaves without one was never accepted.
      await writeFile(join(folder, `${mail.id}.tmp`), JSON.stringify(mail));
      await rename(join(folder, `${mail.id}.tmp`), join(folder, `${mail.id}.json`));
      mails.unshift(mail);
      return mail;
    },
  };
}

async function readAll(folder: string): Promise<StoredMail[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const mails = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as StoredMail),
  );
  return mails.sort((a, b) => b.receivedAt.localeCompare(a.receivedAt));
}

async function describe(raw: Buffer, envelope: { from: string; to: string[] }): Promise<StoredMail> {
  const parsed = await simpleParser(raw, { skipImageLinks: true, skipTextToHtml: true });
  return {
    id: randomUUID(),
    receivedAt: new Date().toISOString(),
    envelopeFrom: envelope.from,
    envelopeTo: envelope.to,
    from: parsed.from?.text ?? envelope.from,
    subject: parsed.subject ?? '(no subject)',
    attachments: parsed.attachments.length,
  };
}
