import { requestGuarded } from '@/platform/net/request-guarded';

const mostPictures = 40;
const mostBytes = 3_000_000;
const mostTogether = 12_000_000;
const mostMs = 8_000;
const shownTypes = /^image\/(png|jpeg|gif|webp|avif|bmp)\b/i;

/**
 * Pictures from elsewhere as `data:` addresses, by where they are. Whoever has them learns that this server asked, not
 * who reads: no cookie, no referrer, no address of the person. What is slow, too large, no picture or in a private
 * network is left out.
 */
export async function fetchPictures(addresses: readonly string[]): Promise<Map<string, string>> {
  const signal = AbortSignal.timeout(mostMs);
  const chosen = addresses.slice(0, mostPictures);
  const pictures = await Promise.all(chosen.map((address) => fetchPicture(address, signal)));
  const shown = new Map<string, string>();
  let together = 0;
  chosen.forEach((address, index) => {
    const picture = pictures[index];
    together += picture?.length ?? 0;
    if (picture && together <= mostTogether) shown.set(address, picture);
  });
  return shown;
}

async function fetchPicture(address: string, signal: AbortSignal): Promise<string | null> {
  try {
    const headers = { accept: 'image/*' };
    const answer = await requestGuarded(address, { headers, signal, maxBytes: mostBytes, redirects: 3 });
    const [type = ''] = (answer.headers['content-type'] ?? '').split(';');
    if (answer.status !== 200 || !shownTypes.test(type.trim())) return null;
    return `data:${type.trim()};base64,${answer.body.toString('base64')}`;
  } catch {
    return null;
  }
}
