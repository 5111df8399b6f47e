import { Readable } from 'node:stream';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import {
  classifyFailure,
  toRefusals,
  type DeliveryFailure,
  type Refusal,
  type SmtpError,
} from '@/platform/mail/classify-failure';
import { keepSession, openSession, takeIdleSession, type SmtpServer } from '@/platform/mail/smtp-session';

export interface Delivery {
  envelope: { from: string; to: string[] };
  /** The whole message, so that nothing can fail on our side once it has begun. */
  message: Buffer;
}

/** The server took it, in its own words, but for the addresses it refused. */
export interface Accepted {
  outcome: 'accepted';
  response: string;
  refusals: Refusal[];
}

/**
 * Hands one envelope to the mail server, at most once, and says what became of it. Never throws; `signal` ends the
 * attempt, which is `unknown` once the message was begun.
 */
export async function deliverMail(
  server: SmtpServer,
  delivery: Delivery,
  signal: AbortSignal,
): Promise<Accepted | DeliveryFailure> {
  const ready = takeIdleSession(server);
  if (ready) {
    const result = await handOver({ server, connection: ready, delivery, signal });
    // The server may have closed it while it stood idle: nothing had left, so a new one is as good.
    if ('outcome' in result) return result;
    if (result.begun || result.error.responseCode || signal.aborted) return classifyFailure(result.error, result.begun);
  }
  try {
    const connection = await openSession(server);
    const result = await handOver({ server, connection, delivery, signal });
    return 'outcome' in result ? result : classifyFailure(result.error, result.begun);
  } catch (error) {
    return classifyFailure(error as SmtpError, false);
  }
}

interface HandOver {
  server: SmtpServer;
  connection: SMTPConnection;
  delivery: Delivery;
  signal: AbortSignal;
}

async function handOver(parts: HandOver): Promise<Accepted | { error: SmtpError; begun: boolean }> {
  const { server, connection, delivery, signal } = parts;
  let begun = false;
  const body = new Readable({
    read() {
      // Read only when the server has asked for it.
      begun = true;
      this.push(delivery.message);
      this.push(null);
    },
  });
  const limit = new AbortController();
  const timer = setTimeout(() => {
    if (!begun) limit.abort(new Error(`The mail server took no envelope within ${server.times.envelopeMs} ms`));
  }, server.times.envelopeMs);
  try {
    const accepted = await send(parts, body, AbortSignal.any([signal, limit.signal]));
    keepSession(server, connection);
    return accepted;
  } catch (error) {
    connection.close();
    return { error: error as SmtpError, begun };
  } finally {
    clearTimeout(timer);
  }
}

function send({ connection, delivery }: HandOver, body: Readable, signal: AbortSignal): Promise<Accepted> {
  const { envelope, message } = delivery;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) {
      abort();
      return;
    }
    signal.addEventListener('abort', abort, { once: true });
    connection.send({ ...envelope, size: message.length }, body, (error, info) => {
      signal.removeEventListener('abort', abort);
      if (error) reject(error);
      else resolve({ outcome: 'accepted', response: info.response, refusals: toRefusals(info.rejectedErrors) });
    });
  });
}
