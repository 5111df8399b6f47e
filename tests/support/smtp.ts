import { createServer, type Server, type Socket } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A message that was taken: the server said 250, or was about to. */
export interface ReceivedMail {
  from: string;
  to: string[];
  raw: Buffer;
  /** Without angle brackets, as parsers give it. */
  messageId: string;
}

export interface TestSmtpServer {
  url: string;
  received: ReceivedMail[];
  /** How many arrived with each Message-ID. */
  counts(): Map<string, number>;
  parse(index?: number): Promise<ParsedMail>;
  stop(): Promise<void>;
}

/** What the server does instead of taking the mail; changed between messages by assigning to `behaviour`. */
export interface SmtpBehaviour {
  /** Answers, such as `451 try later`, instead of yes. */
  mailFrom?: string;
  /** By address. */
  rcptTo?: Record<string, string>;
  /** After the message was received. */
  afterData?: string;
  /** Before the answer to the message. */
  delayMs?: number;
}

/** npm's smtp-server on a loopback port of its own, or on `port`. */
export async function startSmtpServer(
  options: SMTPServerOptions & { port?: number; behaviour?: SmtpBehaviour } = {},
): Promise<TestSmtpServer & { behaviour: SmtpBehaviour }> {
  const { port = 0, behaviour = {}, ...rest } = options;
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 500,
    onMailFrom: (_address, _session, done) => done(toError(behaviour.mailFrom)),
    onRcptTo: ({ address }, _session, done) => done(toError(behaviour.rcptTo?.[address])),
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        const refusal = toError(behaviour.afterData);
        if (!refusal)
          received.push(toReceived(Buffer.concat(chunks), { from, to: envelope.rcptTo.map((to) => to.address) }));
        setTimeout(() => done(refusal), behaviour.delayMs ?? 0);
      });
    },
    ...rest,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.server.address();
  if (!address || typeof address === 'string') throw new Error('the mail server has no port');
  return {
    behaviour,
    ...toTestServer(`smtp://127.0.0.1:${address.port}`, received, () => new Promise((done) => server.close(done))),
  };
}

/** Where a scripted server breaks off, by closing the connection. */
export type BreakPoint =
  | 'connect'
  | 'greeting'
  | 'ehlo'
  | 'auth'
  | 'mail'
  | 'rcpt'
  | 'data'
  | 'middle of data'
  | 'end of data'
  | 'quit'
  | 'never';

export interface ScriptedSmtpServer extends TestSmtpServer {
  breakAt: BreakPoint;
  /** Instead of closing: says nothing any more. */
  silent: boolean;
  /** Complete answers by command, such as `{ data: '451 later', end: '554 no' }`. */
  answers: Partial<Record<'greeting' | 'ehlo' | 'auth' | 'mail' | 'rcpt' | 'data' | 'end', string>>;
  connections: number;
  /** The last point at which it broke off. */
  reached: BreakPoint | null;
}

/** A bare server for the failures that a real one cannot be asked for. What reached the final dot is `received`. */
export async function startScriptedSmtpServer(port = 0): Promise<ScriptedSmtpServer> {
  const received: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  const script = {
    breakAt: 'never' as BreakPoint,
    silent: false,
    answers: {} as ScriptedSmtpServer['answers'],
    connections: 0,
    reached: null as BreakPoint | null,
  };
  const server: Server = createServer((socket) => {
    script.connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    converse(socket, script, received);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the mail server has no port');
  const stop = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  return Object.assign(script, toTestServer(`smtp://127.0.0.1:${address.port}`, received, stop));
}

type Script = Pick<ScriptedSmtpServer, 'breakAt' | 'silent' | 'answers' | 'reached'>;

/** Reads commands and message line by line, and breaks off where the script says. */
function converse(socket: Socket, script: Script, received: ReceivedMail[]): void {
  let rest = '';
  let body: string | null = null;
  let envelope = { from: '', to: [] as string[] };

  const end = () => {
    script.reached = script.breakAt;
    if (!script.silent) socket.destroy();
  };
  /** Answers, or breaks off here; false when that was the last word. */
  const answer = (point: BreakPoint, words: string): boolean => {
    if (script.breakAt === point) end();
    else socket.write(`${words}\r\n`);
    return script.breakAt !== point;
  };
  const verbs: Record<string, (address: string) => boolean> = {
    EHLO: () => answer('ehlo', script.answers.ehlo ?? '250-test\r\n250-8BITMIME\r\n250 SMTPUTF8'),
    AUTH: () => answer('auth', script.answers.auth ?? '235 ok'),
    MAIL: (from) => {
      envelope = { from, to: [] };
      return answer('mail', script.answers.mail ?? '250 ok');
    },
    RCPT: (to) => {
      const words = script.answers.mail ? '503 no sender' : (script.answers.rcpt ?? '250 ok');
      if (words.startsWith('250')) envelope.to.push(to);
      return answer('rcpt', words);
    },
    DATA: () => {
      const words = script.answers.data ?? (envelope.to.length > 0 ? '354 go on' : '503 no recipients');
      if (words.startsWith('354')) body = '';
      return answer('data', words);
    },
    QUIT: () => answer('quit', '221 bye'),
  };
  const hear = (line: string): boolean => {
    if (body === null) return verbs[line.slice(0, 4).toUpperCase()]?.(/<(.*?)>/.exec(line)?.[1] ?? '') ?? true;
    if (line !== '.') {
      body += `${line.replace(/^\./, '')}\r\n`;
      return true;
    }
    const words = script.answers.end ?? '250 2.0.0 taken';
    if (words.startsWith('250')) received.push(toReceived(Buffer.from(body, 'latin1'), envelope));
    body = null;
    return answer('end of data', words);
  };

  if (script.breakAt === 'connect') {
    end();
    return;
  }
  answer('greeting', script.answers.greeting ?? '220 test');
  socket.on('data', (chunk: Buffer) => {
    if (body !== null && script.breakAt === 'middle of data') {
      end();
      return;
    }
    const lines = (rest + chunk.toString('latin1')).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (!hear(line)) return;
  });
}

function toTestServer(url: string, received: ReceivedMail[], stop: () => Promise<void>): TestSmtpServer {
  return {
    url,
    received,
    stop,
    counts() {
      const counts = new Map<string, number>();
      for (const { messageId } of received) counts.set(messageId, (counts.get(messageId) ?? 0) + 1);
      return counts;
    },
    parse: (index = 0) => simpleParser(received[index]?.raw ?? ''),
  };
}

function toReceived(raw: Buffer, { from, to }: { from: string; to: string[] }): ReceivedMail {
  return { raw, from, to, messageId: /^message-id:\s*<([^>]*)>/im.exec(raw.toString('latin1'))?.[1] ?? '' };
}

function toError(answer: string | undefined): (Error & { responseCode: number }) | null {
  if (answer === undefined) return null;
  return Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) });
}
