export const attachmentKinds = ['invoice', 'media_kit', 'tax_form', 'contract', 'draft'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

const names: readonly [AttachmentKind, RegExp][] = [
  [
    'tax_form',
    /\bw-?9\b|\bw-?8-?(ben|eci|imy)?(-?e)?\b|\b1099\b|tax ?form|residence certificate|steuer(formular|bescheinigung)/,
  ],
  ['invoice', /\binvoices?\b|\brechnung|\bfacture\b|\bfactura\b|\bfattura\b|\bfaktura\b|\bfactuur\b|\binv[ -]?\d+/],
  ['contract', /\b(signed|countersigned|executed)\b|\b(contract|agreement|vertrag|contrat|contrato|contratto|nda)\b/],
  ['media_kit', /\b(media|press) ?kit\b|\brate ?card\b|\bmediadaten\b|\bportfolio\b/],
];

/** What an attachment of a creator's mail is, by its name, and of pictures and films by their type; null: nothing known. */
export function recognizeAttachment(file: {
  name: string;
  contentType: string;
  inline: boolean;
}): AttachmentKind | null {
  if (file.inline) return null;
  const name = file.name
    .toLowerCase()
    .replace(/[_.+-]+/g, ' ')
    .replace(/\bw ?9\b/g, 'w9')
    .replace(/\bw ?8 ?(ben|eci)?\b/g, 'w8$1');
  const found = names.find(([, pattern]) => pattern.test(name));
  if (found) return found[0];
  return /^video\//.test(file.contentType) || /\b(draft|cut|edit|preview)\b/.test(name) ? 'draft' : null;
}
