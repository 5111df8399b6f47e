import { foldText } from '@/shared/identity/fold-name';

/** A language by its name in several languages, its own name, or its code → canonical BCP 47; undefined for none. */
export function parseLanguage(text: string): string | undefined {
  const trimmed = text.trim().replaceAll('_', '-');
  if (trimmed.length > 40) return undefined;
  const byName = languageNames().get(foldText(trimmed));
  if (byName || !/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(trimmed)) return byName;
  const code = canonical(trimmed);
  return code && languageNames().has(`code:${code.split('-')[0] ?? ''}`) ? code : undefined;
}

function canonical(code: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(code)[0];
  } catch {
    return undefined;
  }
}

const locales = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'tr', 'ru'];
let names: Map<string, string> | undefined;

/** Every language with a two-letter code, from the runtime's own tables; made once, on first use. */
function languageNames(): Map<string, string> {
  names ??= new Map(
    twoLetters().flatMap((code) => {
      const own = [...locales, code].flatMap((locale) => nameOf(code, locale) ?? []);
      return own.length > 0 ? [[`code:${code}`, code] as const, ...own.map((name) => [name, code] as const)] : [];
    }),
  );
  return names;
}

function nameOf(code: string, locale: string): string | undefined {
  const display = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' }).of(code);
  return display ? foldText(display) : undefined;
}

function twoLetters(): string[] {
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
  return letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => canonical(code) === code);
}
