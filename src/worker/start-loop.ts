import { setTimeout as sleep } from 'node:timers/promises';
import { logger } from '@/platform/logger/logger';

export interface Loop {
  /** Ends it after the pass that is under way. */
  stop(): Promise<void>;
}

const longestPauseMs = 5_000;

/**
 * Calls `pass` again and again with `everyMs` between the passes, at once when it answers that there is more, and more
 * rarely while it fails. Nothing but `stop` ends it.
 */
export function startLoop(name: string, everyMs: number, pass: () => Promise<boolean>): Loop {
  const stopping = new AbortController();
  const ended = (async () => {
    let failures = 0;
    while (!stopping.signal.aborted) {
      let more = false;
      try {
        more = await pass();
        failures = 0;
      } catch (error) {
        failures += 1;
        logger().error({ err: error, loop: name }, 'a pass of the worker failed; it goes on');
      }
      if (!more) await pause(Math.min(everyMs * 2 ** failures, Math.max(longestPauseMs, everyMs)), stopping.signal);
    }
  })();
  return {
    stop() {
      stopping.abort();
      return ended;
    },
  };
}

/** Sleeps, unless it is woken by the end. */
async function pause(durationMs: number, signal: AbortSignal): Promise<void> {
  await sleep(durationMs, undefined, { signal }).catch(() => undefined);
}
