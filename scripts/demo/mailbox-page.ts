import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Attachment, type ParsedMail, simpleParser } from 'mailparser';
import { answerBack } from './answer-back';
import type { ProductDoor } from './deliver-to-product';
import type { MailStore } from './mail-store';
import { renderList, renderMail, renderMissing } from './mailbox-html';

interface Mailbox {
  store: MailStore;
  /** Where answers go; undefined where nobody takes them. */
  door: ProductDoor | undefined;
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
}

interface Answer {
  status?: number;
  headers: Record<string, string>;
  body: string | Buffer;
}

/**
 * Answers a request to the mailbox page: `/` the list, `/mails/ID` one mail, and under it `html` (its own document for
 * the frame), `source` (as it came), `attachments/N`, and `answer` (posted: what comes back from who got it). What arrived is hostile until shown otherwise: no script of a
 * mail runs, no picture is fetched from outside, and only a browser that asks for this host by its loopback name is answered.
 */
export async function answerMailbox(mailbox: Mailbox, { request, response }: Exchange): Promise<void> {
  const answer = isLoopback(request.headers.host)
    ? await findAnswer(mailbox, request).catch(answerFailure)
    : { status: 421, headers: {}, body: 'Ask for localhost.\n' };
  response.writeHead(answer.status ?? 200, {
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    ...answer.headers,
  });
  response.end(answer.body);
}

/** A page elsewhere could otherwise point a name of its own at this address and read the mails. */
function isLoopback(host = ''): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);
}

async function findAnswer(mailbox: Mailbox, request: IncomingMessage): Promise<Answer> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const [first, id = '', part, position] = pathname.split('/').slice(1);
  if (first === '') return answerPage((nonce) => renderList(mailbox.store.list(), nonce));
  const raw = first === 'mails' ? await mailbox.store.readRaw(id) : undefined;
  if (!raw) return { ...answerPage(renderMissing), status: 404 };
  if (part === 'source') return { headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body: raw };
  const mail = await simpleParser(raw, { skipImageLinks: true, skipTextToHtml: true });
  if (part === 'html') return answerHtml(id, mail);
  if (part === 'attachments') return answerAttachment(mail.attachments[Number(position)]);
  return answerMail(mailbox, { id, part, mail, request, came: searchParams.get('came') });
}

interface Opened {
  id: string;
  part: string | undefined;
  mail: ParsedMail;
  request: IncomingMessage;
  /** What kind of mail came back just now. */
  came: string | null;
}

async function answerMail({ store, door }: Mailbox, { id, part, mail, request, came }: Opened): Promise<Answer> {
  const stored = store.list().find((entry) => entry.id === id);
  if (stored && part === 'answer' && door) return answerBack({ door, stored, mail }, request);
  if (!stored || part !== undefined) return { ...answerPage(renderMissing), status: 404 };
  return answerPage(() => renderMail(stored, mail, { canAnswer: door !== undefined, came }));
}

function answerPage(render: (nonce: string) => string): Answer {
  const nonce = randomBytes(16).toString('base64');
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'; connect-src 'self'; frame-src 'self'; frame-ancestors 'none'`;
  return {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy },
    body: render(nonce),
  };
}

/** The mail's own document. The sandbox is in the header too, so that opening it outside the frame is no way around. */
function answerHtml(id: string, mail: ParsedMail): Answer {
  const policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";
  const withPictures = mail.attachments.reduce(
    (html, { cid }, position) => (cid ? html.replaceAll(`cid:${cid}`, `/mails/${id}/attachments/${position}`) : html),
    mail.html || '',
  );
  return {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy },
    body: `<!doctype html><meta charset="utf-8"><base target="_blank">${withPictures}`,
  };
}

/** Only pictures keep their type, for the frame; anything else is a file to save, never a document of this host. */
function answerAttachment(attachment: Attachment | undefined): Answer {
  if (!attachment) return { ...answerPage(renderMissing), status: 404 };
  const isPicture = /^image\/(png|jpeg|gif|webp)$/.test(attachment.contentType);
  const name = encodeURIComponent(attachment.filename ?? 'attachment');
  return {
    headers: {
      'Content-Type': isPicture ? attachment.contentType : 'application/octet-stream',
      'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
      'Content-Security-Policy': 'sandbox',
    },
    body: attachment.content,
  };
}

function answerFailure(error: unknown): Answer {
  const message = error instanceof Error ? error.message : String(error);
  return { status: 500, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body: `${message}\n` };
}
