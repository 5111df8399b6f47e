import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';

export interface SmtpTimes {
  /** Until the server greeted us, TLS included. */
  connectMs: number;
  /** Until it took the envelope. */
  envelopeMs: number;
  /** Of silence after the message was begun: a server that scans it may take minutes. */
  answerMs: number;
  /** After which we close an idle connection, before the server does. */
  idleMs: number;
}

export const smtpTimes: SmtpTimes = { connectMs: 15_000, envelopeMs: 60_000, answerMs: 240_000, idleMs: 20_000 };

/** A mail server and how long to wait for it. */
export interface SmtpServer {
  /** `smtp:` or `smtps:`, with user and password when it wants them. */
  url: string;
  times: SmtpTimes;
}

const idle = new Map<string, SMTPConnection[]>();

/** A connection that stood ready, or undefined. It may turn out to be closed by the server. */
export function takeIdleSession(url: string): SMTPConnection | undefined {
  const ready = idle.get(url) ?? [];
  for (let connection = ready.pop(); connection; connection = ready.pop()) if (!connection.destroyed) return connection;
  return undefined;
}

/** Keeps a connection for the next message, for a while. */
export function keepSession({ url, times }: SmtpServer, connection: SMTPConnection): void {
  const ready = idle.get(url) ?? [];
  idle.set(url, ready);
  ready.push(connection);
  setTimeout(() => {
    const place = ready.indexOf(connection);
    if (place < 0) return;
    ready.splice(place, 1);
    connection.quit();
  }, times.idleMs).unref();
}

/** Makes sure that the server is there and takes our sign-in. @throws Error with its answer; nothing has left by then */
export async function warmUpSession(server: SmtpServer): Promise<void> {
  keepSession(server, takeIdleSession(server.url) ?? (await openSession(server)));
}

/** Connects, secures and signs in. @throws Error with the server's answer; nothing has left by then */
export async function openSession({ url, times }: SmtpServer): Promise<SMTPConnection> {
  const { auth, ...address } = parseConnectionUrl(url);
  const connection = new SMTPConnection({
    ...address,
    connectionTimeout: times.connectMs,
    greetingTimeout: times.connectMs,
    socketTimeout: times.answerMs,
    socketCloseTimeout: 1_000,
  });
  try {
    await new Promise<void>((resolve, reject) => {
      connection.on('error', reject);
      connection.once('end', () => reject(new Error('The mail server closed the connection')));
      connection.connect((error) => {
        if (error) reject(error);
        else if (!auth?.user || !connection.allowsAuth) resolve();
        else connection.login(auth, (failure) => (failure ? reject(failure) : resolve()));
      });
    });
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Says goodbye on every connection that stands ready. */
export function closeIdleSessions(): void {
  for (const ready of idle.values()) for (const connection of ready.splice(0)) connection.quit();
}
