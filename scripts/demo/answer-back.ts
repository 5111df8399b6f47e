import type { IncomingMessage } from 'node:http';
import type { ParsedMail } from 'mailparser';
import { deliverToProduct, type ProductDoor } from './deliver-to-product';
import type { StoredMail } from './mail-store';
import { answerKinds, writeAnswer } from './write-answer';

interface BackAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

interface Answering {
  door: ProductDoor;
  stored: StoredMail;
  mail: ParsedMail;
}

/** Brings what was posted to the product. Only from this page itself: another one in the browser could post here, too. */
export async function answerBack({ door, stored, mail }: Answering, request: IncomingMessage): Promise<BackAnswer> {
  if (request.method !== 'POST' || request.headers.origin !== `http://${request.headers.host ?? ''}`) {
    return { status: 403, headers: {}, body: 'Answer from the mailbox page.\n' };
  }
  const form = new URLSearchParams(await readForm(request));
  const kind = answerKinds.find((one) => one === form.get('kind')) ?? 'reply';
  const as = stored.envelopeTo.find((address) => address === form.get('as')) ?? stored.envelopeTo[0] ?? '';
  const raw = await writeAnswer(mail, stored, { kind, as, text: form.get('text') ?? '' });
  const came = await deliverToProduct(door, raw, stored.envelopeFrom);
  return { status: 303, headers: { Location: `/mails/${stored.id}?came=${came.kind}` }, body: '' };
}

async function readForm(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
    if (chunks.reduce((size, { length }) => size + length, 0) > 1024 * 1024) throw new Error('That is too long.');
  }
  return Buffer.concat(chunks).toString('utf8');
}
