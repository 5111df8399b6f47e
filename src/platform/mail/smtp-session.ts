import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import XOAuth2 from 'nodemailer/lib/xoauth2';
import type { MailServer } from '@/platform/mail/mail-server';
import { connectGuarded } from '@/platform/net/connect-guarded';

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

/**
 * A mail server and how long to wait for it: the installation's own, whose address (`smtp:` or `smtps:`, with user and
 * password when it wants them) the operator set, or the account that a person named, whose host passes the guard.
 */
export type SmtpServer = { times: SmtpTimes } & ({ url: string } | { account: MailServer });

const idle = new Map<string, SMTPConnection[]>();

/** What is the same for two connections that may stand in for each other. */
function keyOf(server: SmtpServer): string {
  const account = 'url' in server ? server.url : JSON.stringify(server.account);
  return createHash('sha256').update(account).digest('base64');
}

/** A connection that stood ready, or undefined. It may turn out to be closed by the server. */
export function takeIdleSession(server: SmtpServer): SMTPConnection | undefined {
  const ready = idle.get(keyOf(server)) ?? [];
  for (let connection = ready.pop(); connection; connection = ready.pop()) if (!connection.destroyed) return connection;
  return undefined;
}

/** Keeps a connection for the next message, for a while. */
export function keepSession(server: SmtpServer, connection: SMTPConnection): void {
  const key = keyOf(server);
  const ready = idle.get(key) ?? [];
  idle.set(key, ready);
  ready.push(connection);
  setTimeout(() => {
    const place = ready.indexOf(connection);
    if (place < 0) return;
    ready.splice(place, 1);
    connection.quit();
    if (ready.length === 0) idle.delete(key);
  }, server.times.idleMs).unref();
}

/** Makes sure that the server is there and takes our sign-in. @throws Error with its answer; nothing has left by then */
export async function warmUpSession(server: SmtpServer): Promise<void> {
  keepSession(server, takeIdleSession(server) ?? (await openSession(server)));
}

/** Connects, secures and signs in. @throws Error with the server's answer; nothing has left by then */
export async function openSession(server: SmtpServer): Promise<SMTPConnection> {
  const { auth, ...options } =
    'url' in server ? parseConnectionUrl(server.url) : await reach(server.account, server.times);
  const { connectMs, answerMs } = server.times;
  const connection = new SMTPConnection({
    ...options,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: answerMs,
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

/** Opens the guarded connection to a person's own server, which nodemailer then speaks on. */
async function reach({ host, port, security, user, login }: MailServer, { connectMs }: SmtpTimes) {
  const connection: Socket = connectGuarded({ host, port });
  try {
    await once(connection, 'connect', { signal: AbortSignal.timeout(connectMs) });
  } catch (error) {
    connection.destroy();
    if ((error as Error).name !== 'AbortError') throw error;
    throw Object.assign(new Error(`${host} did not answer within ${connectMs} ms`), { code: 'ETIMEDOUT' });
  }
  const auth =
    'password' in login
      ? { user, pass: login.password }
      : { user, oauth2: new XOAuth2({ user, accessToken: login.accessToken }) };
  const options = { host, port, connection, secure: security === 'tls', requireTLS: security === 'starttls' };
  return { ...options, ignoreTLS: security === 'none', auth };
}

/** Says goodbye on every connection that stands ready. */
export function closeIdleSessions(): void {
  for (const ready of idle.values()) for (const connection of ready.splice(0)) connection.quit();
}
