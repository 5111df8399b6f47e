import pino from 'pino';
import { env } from '@/platform/env/env';

const slot = globalThis as typeof globalThis & { rapportLogger?: pino.Logger };

/** The process's logger: one JSON line an entry, secrets and message bodies never in it. */
export function logger(): pino.Logger {
  slot.rapportLogger ??= pino({
    level: env().LOG_LEVEL,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['password', '*.password', 'authorization', '*.authorization', 'cookie', '*.cookie'],
      censor: '[removed]',
    },
  });
  return slot.rapportLogger;
}
