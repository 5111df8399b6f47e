import type { FileText } from '@/platform/text/file-text';

const mostPages = 300;
const mostMs = 20_000;

/** The text of a PDF, page by page; what is drawn is not looked at, and nothing in it is carried out. */
export async function readPdfText(bytes: Buffer, most: number, signal: AbortSignal): Promise<FileText> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const loading = getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  const until = Date.now() + mostMs;
  const pages: string[] = [];
  try {
    const document = await loading.promise;
    let length = 0;
    for (let number = 1; number <= document.numPages; number += 1) {
      signal.throwIfAborted();
      if (number > mostPages || length > most || Date.now() > until)
        return { text: pages.join('\n\n'), gap: 'too_long' };
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
      pages.push(text);
      length += text.length;
      page.cleanup();
    }
    return { text: pages.join('\n\n'), gap: null };
  } catch (error) {
    signal.throwIfAborted();
    const isProtected = error instanceof Error && error.name === 'PasswordException';
    return { text: pages.join('\n\n'), gap: isProtected ? 'protected' : 'damaged' };
  } finally {
    await loading.destroy();
  }
}
