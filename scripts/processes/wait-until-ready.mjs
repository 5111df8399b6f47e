import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until the address answers 200. Rejects with what it last said when that takes longer than `limitMs`. */
export async function waitUntilReady(url, limitMs) {
  const deadline = Date.now() + limitMs;
  let last = 'no answer';
  while (Date.now() < deadline) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
    if (answer?.ok) return;
    if (answer) last = `${answer.status} ${(await answer.text()).slice(0, 500)}`;
    await sleep(150);
  }
  throw new Error(`${url} is not ready after ${limitMs / 1000} s: ${last}`);
}
