export interface MailFields {
  from?: string;
  to?: string;
  subject?: string;
  id?: string;
  headers?: Record<string, string>;
  text?: string;
  at?: string;
}

let made = 0;

/** A plain mail as it comes over the wire; every call another Message-ID unless one is given. */
export function writeMail(fields: MailFields = {}): Buffer {
  made += 1;
  const { from = 'Zoë <zoe@x.example>', to = 'team@acme.example', subject = 'Hello', headers = {} } = fields;
  const all = {
    From: from,
    To: to,
    Subject: subject,
    'Message-ID': fields.id ?? `<mail-${made}-${process.pid}@x.example>`,
    Date: new Date(fields.at ?? '2026-11-20T10:00:00Z').toUTCString(),
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Transfer-Encoding': '8bit',
    ...headers,
  };
  const lines = Object.entries(all).filter(([, value]) => value !== '');
  const head = lines.map(([name, value]) => `${name}: ${value}`).join('\r\n');
  return Buffer.from(`${head}\r\n\r\n${(fields.text ?? 'Yes, let us talk.').replace(/\n/g, '\r\n')}\r\n`);
}
