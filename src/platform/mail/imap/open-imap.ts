import { connect as connectTls, type ConnectionOptions } from 'node:tls';
import { ImapFlow, type ImapTransport, type ImapTransportOptions, type ImapTransportSocket } from 'imapflow';
import type { MailServer } from '@/platform/mail/mail-server';
import { connectGuarded } from '@/platform/net/connect-guarded';

export interface ImapTimes {
  /** Until the connection stands, TLS included. */
  connectMs: number;
  greetingMs: number;
  /** Of silence while something is under way. */
  answerMs: number;
  /** How often a waiting connection says that it is still there: many servers hang up after half an hour. */
  idleMs: number;
}

export const imapTimes: ImapTimes = { connectMs: 15_000, greetingMs: 15_000, answerMs: 120_000, idleMs: 240_000 };

/** Nothing that we ask for is larger; a server that sends more is cut off. */
const mostBytes = 64 * 1024 * 1024;

/**
 * Connects and signs in. The host passes the guard for hosts that people name. Close it with `close()`, politely with
 * `logout()`; it emits `error` (which is listened to here) and `close`.
 * @throws Error of imapflow, the socket or the guard; `nameProblem` says what it means
 */
export async function openImap(server: MailServer, times: ImapTimes = imapTimes): Promise<ImapFlow> {
  const heard = { first: '' };
  const client = new ImapFlow({
    host: server.host,
    port: server.port,
    secure: server.security === 'tls',
    doSTARTTLS: server.security === 'starttls',
    auth: {
      user: server.user,
      ...('password' in server.login ? { pass: server.login.password } : { accessToken: server.login.accessToken }),
    },
    clientInfo: { name: 'Rapport' },
    logger: false,
    transport: openTransport(heard),
    connectionTimeout: times.connectMs,
    greetingTimeout: times.greetingMs,
    socketTimeout: Math.max(times.answerMs, times.idleMs * 2),
    maxIdleTime: times.idleMs,
    disableAutoIdle: true,
    maxLiteralSize: mostBytes,
    maxResponseSize: mostBytes * 2,
  });
  // Whoever awaits a command is told there; without a listener it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    client.close();
    // imapflow waits for the greeting as long as it may, whatever else is said.
    if (!heard.first || heard.first.startsWith('* ')) throw error;
    throw Object.assign(new Error('no IMAP greeting'), { code: 'EPROTOCOL', cause: error });
  }
}

/** Sockets that pass the guard; what the server says first is left in `heard`. */
function openTransport(heard: { first: string }): ImapTransport {
  return {
    connect({ secure, ...options }, onConnect) {
      const socket = connectGuarded(options);
      const begin = () => {
        onConnect();
        // After imapflow listens, or the first bytes would be gone.
        carrier.once('data', (chunk: Buffer) => (heard.first = chunk.toString('latin1')));
      };
      const carrier = secure ? secureSocket(socket, options, begin) : socket.once('connect', begin);
      return carrier;
    },
    upgrade: (socket, options, onSecure) => secureSocket(socket, options, onSecure),
  };
}

function secureSocket(
  socket: ImapTransportSocket,
  { host, servername, tls }: ImapTransportOptions,
  onSecure: () => void,
) {
  const options: ConnectionOptions = { ...tls, socket, host, ...(servername && { servername }) };
  const secured = connectTls(options, onSecure);
  // What ends the plain connection before TLS stands is an error of the secured one.
  socket.once('error', (error) => secured.destroy(error));
  return secured;
}
