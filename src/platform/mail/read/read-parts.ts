import { Readable } from 'node:stream';
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

/** What nests without end takes long for every line; a message of 60 MB takes two seconds. */
const mostMilliseconds = 30_000;
/** Between two slices others get their turn. */
const sliceBytes = 256 * 1024;

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
  const reading = new Promise<MimeParts>((resolve, reject) => {
    reader.on('data', (part: AttachmentStream | MessageText) => {
      if (part.type === 'text') {
        // The parser puts '' in the place of HTML that is not converted.
        found.text = part.text?.trim() ? part.text : undefined;
        found.html = part.html;
      } else collect(part, found.parts);
    });
    reader.on('error', reject);
    reader.on('end', () => resolve(found));
  });
  if (raw.length > sliceBytes) return Promise.race([reading, feed(reader, raw)]);
  reader.end(raw);
  return reading;
}

/**
 * Writes a large message slice by slice.
 * @throws Error when it takes too long; otherwise it never ends
 */
async function feed(reader: PartReader, raw: Buffer): Promise<never> {
  const source = Readable.from(slices(raw));
  return new Promise((_resolve, reject) => {
    const limit = setTimeout(() => source.destroy(new Error('This message takes too long to read')), mostMilliseconds);
    reader.on('close', () => clearTimeout(limit));
    source.on('error', reject);
    source.pipe(reader);
  });
}

function* slices(raw: Buffer): Generator<Buffer> {
  for (let from = 0; from < raw.length; from += sliceBytes) yield raw.subarray(from, from + sliceBytes);
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
