export interface MailItem {
  title: string;
  detail: string;
  /** Where it leads. */
  url: string;
}

export interface MailContent {
  workspace: string;
  /** Of the person. */
  name: string;
  items: readonly MailItem[];
  preferencesUrl: string;
}

/** One mail for what a person is told at once: its subject, and the same as HTML and as text. */
export function writeNotificationMail(content: MailContent): { subject: string; html: string; text: string } {
  const [first] = content.items;
  const subject =
    content.items.length === 1 && first
      ? first.title
      : `${content.items.length} things for you in ${content.workspace}`;
  return { subject: onOneLine(subject), html: writeHtml(content), text: writeText(content) };
}

function writeText({ workspace, name, items, preferencesUrl }: MailContent): string {
  const parts = items.map(({ title, detail, url }) => [title, detail, url].filter(Boolean).join('\n'));
  return [
    `Hello ${name},`,
    ...parts,
    `You receive this because of your notifications in ${workspace}. Change them: ${preferencesUrl}`,
  ].join('\n\n');
}

function writeHtml({ workspace, name, items, preferencesUrl }: MailContent): string {
  const rows = items
    .map(
      ({ title, detail, url }) => `
<tr><td style="padding:14px 0;border-top:1px solid #e4e4e7">
<a href="${escape(url)}" style="color:#4338ca;font-weight:600;text-decoration:none">${escape(title)}</a>
${detail ? `<div style="padding-top:4px;color:#52525b">${escape(detail)}</div>` : ''}
</td></tr>`,
    )
    .join('');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>
<body style="margin:0;padding:24px;background:#fafafa;color:#18181b;font:15px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif">
<table role="presentation" width="100%" style="max-width:560px;margin:0 auto;border-collapse:collapse">
<tr><td style="padding-bottom:14px">Hello ${escape(name)},</td></tr>${rows}
<tr><td style="padding-top:18px;border-top:1px solid #e4e4e7;color:#71717a;font-size:13px">
You receive this because of your notifications in ${escape(workspace)}.
<a href="${escape(preferencesUrl)}" style="color:#71717a">Change them</a>
</td></tr>
</table>
</body></html>`;
}

/** A subject is a header: what a person typed into a name cannot begin another one. */
function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
}
