import { type Attachment, MailParser, type AttachmentStream, type MessageText } from 'mailparser';

export interface MimePart extends Pick<Attachment, 'headers' | 'contentType' | 'content'> {
  filename: string | undefined;
  contentId: string | undefined;
  disposition: string | undefined;
  related: boolean;
}

export interface MimeParts {
  /** Unset where the message has no plain text. */
  text: string | undefined;
  html: string | undefined;
  parts: MimePart[];
}

/** One message of 5,000 attachments is read; one with more parts is no mail. */
const mostParts = 6_000;

/** Leaves out what only a page of its own needs: links found in plain text, images inlined, checksums. */
class PartReader extends MailParser {
  constructor() {
    super({
      ignoreEmbedded: true,
      keepDeliveryStatus: true,
      skipHtmlToText: true,
      skipTextLinks: true,
      skipImageLinks: true,
      checksumAlgo: false,
      maxChildNodes: mostParts,
    });
  }

  override textToHtml(text: string): string {
    const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
    return `<div style="white-space: pre-wrap">${escaped}</div>`;
  }
}

/**
 * Splits a message into its text, its HTML and everything else, transfer encodings and charsets undone. Embedded
 * messages and delivery reports are parts like attachments.
 * @throws Error when the message cannot be read as MIME
 */
export async function readParts(raw: Buffer): Promise<MimeParts> {
  const found: MimeParts = { text: undefined, html: undefined, parts: [] };
  const reader = new PartReader();
  return new Promise((resolve, reject) => {
    reader.on('data', (part: AttachmentStream | MessageText) => {
      if (part.type === 'text') {
        // The parser puts '' in the place of HTML that is not converted.
        found.text = part.text?.trim() ? part.text : undefined;
        found.html = part.html;
      } else collect(part, found.parts);
    });
    reader.on('error', reject);
    reader.on('end', () => resolve(found));
    reader.end(raw);
  });
}

function collect(attachment: AttachmentStream, parts: MimePart[]): void {
  const chunks: Buffer[] = [];
  attachment.content.on('data', (chunk: Buffer) => chunks.push(chunk));
  attachment.content.on('end', () => {
    parts.push({
      headers: attachment.headers,
      contentType: attachment.contentType,
      content: Buffer.concat(chunks),
      filename: attachment.filename,
      contentId: attachment.cid,
      disposition: attachment.contentDisposition,
      related: attachment.related ?? false,
    });
    attachment.release?.();
  });
}
