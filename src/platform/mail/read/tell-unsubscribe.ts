import type { ParsedMail } from './parsed-mail';
import { splitQuoted } from './split-quoted';

const wish = new RegExp(
  [
    "unsubscribe(?: me)?", "opt[- ]?out", "remove (?:me|my (?:e-?mail|address|name))", "take me off", "stop (?:e-?mailing|sending|contacting|writing)", "do ?n[o']t (?:e-?mail|contact|write(?: to)?) me",
    "abmelden", "abbestellen", "austragen", "aus (?:dem|ihrem) verteiler", "keine (?:weiteren )?(?:e-?mails?|nachrichten) mehr", "désinscri\\w*", "désabonn\\w*", "me retirer de", "ne plus recevoir", "dar(?:me|se) de baja", "de ?sus?cribir\\w*", "cancelar (?:la |mi |minha |a )?(?:suscripción|inscrição|subscrição|assinatura)", "baja", "descadastr\\w*", "remover (?:meu|o meu)", "disiscriv\\w*", "cancella(?:mi|re|zione)", "annulla(?:re)? (?:l')?iscrizione",
    "uitschrijven", "afmelden", "avregistrera", "avprenumerera", "avsluta prenumeration", "afmeld", "meld (?:meg|mig) (?:av|fra)", "peru(?:uta)? tilau\\w*", "wypisz\\w*", "zrezygnuj", "rezygnuję", "usuńcie", "odhlásit", "odhlaste", "leiratkoz\\w*", "abonelikten çık\\w*", "отпи[сш]", "відпи[сш]", "dezabon\\w*",
    "配信停止", "配信を停止", "購読解除", "登録解除", "退订", "取消订阅", "退訂", "수신 ?거부", "구독 ?(?:취소|해지)",
  ].join('|'),
  'iu',
); // prettier-ignore

/** As long as a wish to hear no more is, and as a letter that mentions one is not. */
const mostWords = 14;
const mostChars = 120;

/** The message asks for nothing but to be written to no more. */
export function isUnsubscribe(mail: ParsedMail): boolean {
  if (mail.to.some(({ address }) => /(?:^|[+._-])unsub(?:scribe)?(?:[+._-][^@]*)?@/i.test(address))) return true;
  if (mail.headers.has('x-apple-unsubscribe')) return true;
  const { visible } = splitQuoted({ text: mail.text.slice(0, 50_000), html: null });
  const words = visible.trim();
  const short = words.length <= mostChars && words.split(/\s+/).length <= mostWords;
  if (!short) return false;
  if (wish.test(words)) return true;
  const isReply = /^\s*(?:re|aw|sv|antw|rif|res)\s*:/i.test(mail.subject);
  return !isReply && mail.subject.length <= 60 && words.length <= 40 && wish.test(mail.subject);
}
