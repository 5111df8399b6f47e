/** One address a mail server would not take, in its own words. */
export interface Refused {
  address: string;
  response: string;
}

/** Why nobody got a message: the reason, and under it a line for each address with what the server said. */
export function writeRefusals(reason: string, refused: readonly Refused[]): string {
  return [reason, ...refused.map(({ address, response }) => `${address}: ${response.replace(/\s+/g, ' ')}`)].join('\n');
}

/** What the server said to this address, if the note has a line for it. */
export function readRefusal(note: string, address: string): string | null {
  const line = note.split('\n').find((one) => one.startsWith(`${address}: `));
  return line?.slice(address.length + 2) ?? null;
}
