import { stripInvisible } from './strip-invisible';

/**
 * The key by which two names are the same: without regard to case, diacritics, mathematical and small-capital
 * letters, punctuation, and the order of words. Empty when a name holds no letter or digit, as one of emoji only.
 */
export function foldName(name: string): string {
  return foldText(name).split(' ').sort(byCodeUnit).join(' ');
}

/** The same folding with the words left in their order: for sorting and searching. */
export function foldText(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).join(' ');
  const plain = stripInvisible(text.replace(/\s/g, ' ')).normalize('NFKC').toLowerCase();
  const base = plain
    .normalize('NFD')
    .replace(diacritics, '')
    .replace(odd, (letter) => oddLetters[letter] ?? letter);
  return (base.normalize('NFC').match(words) ?? []).join(' ');
}

/** Marks of the Latin, Greek and Cyrillic scripts, Hebrew points and Arabic vowels; not the vowels of Indian scripts. */
const diacritics = /[\u0300-\u036F\u0591-\u05C7\u064B-\u065F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF]/g;
const words = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/** Letters that are of their own to Unicode and variants to people. */
const oddLetters: Record<string, string> = {
  ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h', ŋ: 'n',
  ᴀ: 'a', ʙ: 'b', ᴄ: 'c', ᴅ: 'd', ᴇ: 'e', ꜰ: 'f', ɢ: 'g', ʜ: 'h', ɪ: 'i', ᴊ: 'j', ᴋ: 'k', ʟ: 'l', ᴍ: 'm',
  ɴ: 'n', ᴏ: 'o', ᴘ: 'p', ǫ: 'q', ʀ: 'r', ꜱ: 's', ᴛ: 't', ᴜ: 'u', ᴠ: 'v', ᴡ: 'w', ʏ: 'y', ᴢ: 'z',
}; // prettier-ignore
const odd = new RegExp(`[${Object.keys(oddLetters).join('')}]`, 'g');

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
