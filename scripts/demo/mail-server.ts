import { createServer, type Server } from 'node:http';
import type { AddressInfo, Server as NetServer } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { ProductDoor } from './deliver-to-product';
import { type MailStore, openMailStore } from './mail-store';
import { answerMailbox } from './mailbox-page';

export interface MailServerOptions {
  /** Where the mails are kept. */
  folder: string;
  /** Ports to take when they are free; another free one otherwise. 0 takes any. */
  smtpPort: number;
  pagePort: number;
}

export interface MailServer {
  smtpUrl: string;
  pageUrl: string;
  store: MailStore;
  /** Where answers written on the page go; until it is said the page offers none. */
  deliverTo: (door: ProductDoor) => void;
  close: () => Promise<void>;
}

const maximumBytes = 64 * 1024 * 1024;

/** Starts an SMTP server on loopback that keeps every mail and delivers none, and the page that shows them. */
export async function startMailServer({ folder, smtpPort, pagePort }: MailServerOptions): Promise<MailServer> {
  const store = await openMailStore(folder);
  const smtp = createSmtp(store);
  let door: ProductDoor | undefined;
  const page = createServer((request, response) => void answerMailbox({ store, door }, { request, response }));
  const smtpUrl = `smtp://127.0.0.1:${await listen(smtp.server, smtpPort)}`;
  const pageUrl = `http://localhost:${await listen(page, pagePort)}`;
  const close = async () => {
    page.closeAllConnections();
    await Promise.all([new Promise((done) => page.close(done)), new Promise<void>((done) => smtp.close(done))]);
  };
  const deliverTo = (product: ProductDoor) => {
    door = product;
  };
  return { smtpUrl, pageUrl, store, deliverTo, close };
}

function createSmtp(store: MailStore): SMTPServer {
  const server = new SMTPServer({
    name: 'localhost',
    size: maximumBytes,
    disabledCommands: ['AUTH', 'STARTTLS'],
    // Looking up the name of a loopback client costs every connection 100 ms.
    disableReverseLookup: true,
    closeTimeout: 500,
    onData: (stream, session, answer) => {
      receive(store, stream, session).then(() => answer(), answer);
    },
  });
  // A client that breaks off is its own business.
  server.on('error', () => undefined);
  return server;
}

async function receive(store: MailStore, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  if (stream.sizeExceeded) throw Object.assign(new Error('Message is larger than 64 MB'), { responseCode: 552 });
  const { mailFrom, rcptTo } = session.envelope;
  const to = rcptTo.map((recipient) => recipient.address);
  await store.save(Buffer.concat(chunks), { from: mailFrom ? mailFrom.address : '', to });
}

/** The port it listens on: the wanted one, or a free one when that is taken. */
async function listen(server: Server | NetServer, wanted: number): Promise<number> {
  try {
    await listenOn(server, wanted);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    await listenOn(server, 0);
  }
  return (server.address() as AddressInfo).port;
}

function listenOn(server: Server | NetServer, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
