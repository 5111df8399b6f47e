import type { AddressObject, ParsedMail } from 'mailparser';
import type { StoredMail } from './mail-store';
import { mailboxStyle } from './mailbox-style.data';

const shownInList = 500;

/** Reloads the list in place when a mail arrives, without losing the place in it. */
const refreshScript = `
const main = document.querySelector('main');
setInterval(async () => {
  const answer = await fetch('/').catch(() => undefined);
  if (!answer?.ok) return;
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
  if (next.dataset.newest !== main.dataset.newest) {
    main.replaceChildren(...next.childNodes);
    main.dataset.newest = next.dataset.newest;
  }
}, 2000);`;

export function renderList(mails: StoredMail[], nonce: string): string {
  const rows = mails.slice(0, shownInList).map(
    (mail) => `<li><a href="/mails/${mail.id}">
      <span class="who">${escape(mail.envelopeTo.join(', '))}</span>
      <span class="what">${escape(mail.subject)}${mail.attachments ? ` <span class="chip">${mail.attachments} ${mail.attachments === 1 ? 'file' : 'files'}</span>` : ''}</span>
      <time datetime="${mail.receivedAt}">${formatTime(mail.receivedAt)}</time></a></li>`,
  );
  const older = mails.length > shownInList ? `<p class="note">and ${mails.length - shownInList} older</p>` : '';
  const list = rows.length ? `<ul>${rows.join('')}</ul>${older}` : renderEmpty();
  return renderPage('Mailbox', {
    newest: mails[0]?.id ?? '',
    body: `<header><h1>Mailbox</h1><span class="note">${mails.length} arrived. Nothing leaves this machine.</span></header>${list}`,
    script: `<script nonce="${nonce}">${refreshScript}</script>`,
  });
}

interface Answering {
  canAnswer: boolean;
  /** What kind of mail came back just now. */
  came: string | null;
}

export function renderMail(stored: StoredMail, mail: ParsedMail, { canAnswer, came }: Answering): string {
  const path = `/mails/${stored.id}`;
  const files = mail.attachments.map(
    (file, position) =>
      `<a class="chip" href="${path}/attachments/${position}" download>${escape(file.filename ?? 'attachment')} · ${formatSize(file.size)}</a>`,
  );
  const headers = mail.headerLines.map(({ line }) => escape(line)).join('\n');
  const html = mail.html
    ? `<iframe title="The mail as the recipient sees it" sandbox="allow-popups allow-popups-to-escape-sandbox" src="${path}/html"></iframe>`
    : '';
  const text = mail.text
    ? `<details${mail.html ? '' : ' open'}><summary>Plain text</summary><pre>${escape(mail.text)}</pre></details>`
    : '';
  return renderPage(stored.subject, {
    newest: stored.id,
    body: `<header><a class="back" href="/">← Mailbox</a><h1>${escape(stored.subject)}</h1></header>
    <dl>${[
      ['From', stored.from],
      ['To', formatAddresses(mail.to)],
      ['Cc', formatAddresses(mail.cc)],
      ['Delivered to', stored.envelopeTo.join(', ')],
      ['Return path', stored.envelopeFrom],
      ['Message-ID', mail.messageId ?? ''],
      ['Received', formatTime(stored.receivedAt)],
    ]
      .filter(([, value]) => value)
      .map(([name, value]) => `<dt>${name}</dt><dd>${escape(value ?? '')}</dd>`)
      .join('')}</dl>
    ${came ? `<p class="came" role="status">It came back to Rapport as: ${escape(came.replaceAll('_', ' '))}.</p>` : ''}
    ${files.length ? `<p class="files">${files.join('')}</p>` : ''}${html}${text}
    ${canAnswer ? renderAnswer(stored, path) : ''}
    <details><summary>Headers</summary><pre>${headers}</pre></details>
    <p class="files"><a class="chip" href="${path}/source">Source</a></p>`,
  });
}

/** What comes back: by the road that real mail comes in by. */
function renderAnswer({ envelopeTo }: StoredMail, path: string): string {
  const people = envelopeTo.map((address) => `<option>${escape(address)}</option>`).join('');
  return `<form class="answer" method="post" action="${path}/answer">
      <h2>Answer from this mailbox</h2>
      <label>As <select name="as">${people}</select></label>
      <label>Words <textarea name="text" rows="4" maxlength="100000">Thank you, that sounds good. When would you need it?</textarea></label>
      <p class="files">
        <button name="kind" value="reply">Reply</button>
        <button name="kind" value="away" class="chip">Out of office</button>
        <button name="kind" value="bounce" class="chip">Bounce</button>
      </p>
    </form>`;
}

export function renderMissing(): string {
  return renderPage('Not here', {
    newest: '',
    body: '<header><a class="back" href="/">← Mailbox</a><h1>Not here</h1></header><p class="empty">No such mail has arrived.</p>',
  });
}

function renderEmpty(): string {
  return '<p class="empty"><b>No mail yet</b>Write to a creator in Rapport: the mail appears here as the recipient would get it.</p>';
}

function renderPage(
  title: string,
  { newest, body, script = '' }: { newest: string; body: string; script?: string },
): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(title)} · Rapport demo</title><style>${mailboxStyle}</style></head>
<body><main data-newest="${newest}">${body}</main>${script}</body></html>`;
}

function formatAddresses(addresses: AddressObject | AddressObject[] | undefined): string {
  return [addresses ?? []]
    .flat()
    .map((group) => group.text)
    .join(', ');
}

function formatTime(instant: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(instant));
}

function formatSize(bytes: number): string {
  return bytes < 1024
    ? `${bytes} B`
    : bytes < 1024 ** 2
      ? `${Math.round(bytes / 1024)} kB`
      : `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}

function escape(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
