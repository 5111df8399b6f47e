import type { MailServer } from '@/platform/mail/mail-server';

/** What can stand between us and a mail server, as a person can act on it. */
export type MailProblem =
  | 'host_unknown'
  | 'private_host'
  | 'port_closed'
  | 'connection_lost'
  | 'timeout'
  | 'certificate'
  | 'tls_mode'
  | 'wrong_protocol'
  | 'login_refused'
  | 'app_password_needed'
  | 'failed';

export interface NamedProblem {
  problem: MailProblem;
  /** Sentences for the person: what is wrong and what to do. */
  message: string;
  /** Waiting may help; a refused sign-in or a wrong name stays as it is until someone changes it. */
  passing: boolean;
}

export type MailProtocol = 'IMAP' | 'SMTP';

/** What imapflow, nodemailer, sockets and the guard tell of a failure. */
interface RawError {
  code?: string;
  /** What nodemailer hides behind a code of its own. */
  originalCode?: string;
  message?: string;
  authenticationFailed?: boolean;
  tlsFailed?: boolean;
  responseText?: string;
  response?: unknown;
  address?: string;
  serverResponseCode?: string;
  responseCode?: number;
}

const codes: Record<string, MailProblem> = {
  EPRIVATEHOST: 'private_host',
  ENOTFOUND: 'host_unknown',
  EAI_AGAIN: 'host_unknown',
  ENODATA: 'host_unknown',
  ECONNREFUSED: 'port_closed',
  EHOSTUNREACH: 'port_closed',
  ENETUNREACH: 'port_closed',
  NoConnection: 'connection_lost',
  EConnectionClosed: 'connection_lost',
  StateLogout: 'connection_lost',
  ECONNRESET: 'connection_lost',
  EPIPE: 'connection_lost',
  ETIMEDOUT: 'timeout',
  ETIMEOUT: 'timeout',
  CONNECT_TIMEOUT: 'timeout',
  GREETING_TIMEOUT: 'timeout',
  UPGRADE_TIMEOUT: 'timeout',
  CERT_HAS_EXPIRED: 'certificate',
  CERT_NOT_YET_VALID: 'certificate',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate',
  ETLS: 'tls_mode',
  EPROTO: 'tls_mode',
  EPROTOCOL: 'wrong_protocol',
  EAUTH: 'login_refused',
};

/** Ports that speak TLS from the first byte. */
const tlsPorts = [993, 465];
const appPassword = /app(lication)?[- ]?(specific)? ?password|InvalidSecondFactor|5\.7\.9\b/i;
const basicAuthOff = /basic auth|5\.7\.139|5\.7\.3\b/i;
/** They refuse the account's own password to programs, without saying so. */
const wantsAppPassword = /(^|\.)(mail\.me\.com|fastmail\.com|gmail\.com|yahoo\.com|aol\.com)$/i;

/** Names what went wrong with a mail server, in words a person without a mail server of their own understands. */
export function nameProblem(error: unknown, server: MailServer, protocol: MailProtocol): NamedProblem {
  const given = (error ?? {}) as RawError;
  const raw: RawError = Object.assign(Object.create(given) as RawError, { code: given.originalCode ?? given.code });
  const problem = findProblem(raw, server);
  const passing =
    ['port_closed', 'connection_lost', 'timeout', 'failed'].includes(problem) ||
    raw.code === 'EAI_AGAIN' ||
    isLater(raw);
  return { problem, message: describe(problem, { raw, server, protocol }), passing };
}

function findProblem(raw: RawError, server: MailServer): MailProblem {
  if (raw.authenticationFailed || raw.code === 'EAUTH') return ofSignIn(raw, server);
  if (isSilentTls(raw, server)) return 'tls_mode';
  return codes[raw.code ?? ''] ?? ofUnknownCode(raw);
}

/** A server that waits for TLS says nothing to one who waits for its greeting. */
function isSilentTls({ code = '' }: RawError, { security, port }: MailServer): boolean {
  return security !== 'tls' && tlsPorts.includes(port) && ['GREETING_TIMEOUT', 'ECONNRESET'].includes(code);
}

function ofUnknownCode({ code = '', message = '', tlsFailed }: RawError): MailProblem {
  if (tlsFailed || code.startsWith('ERR_SSL')) return 'tls_mode';
  if (/^(Parser|MissingTag|InvalidResponse|UnexpectedTag|LineTooLarge|ClosedAfterConnect)/.test(code)) {
    return 'wrong_protocol';
  }
  return /greeting/i.test(message) ? 'wrong_protocol' : 'failed';
}

function ofSignIn(raw: RawError, { host, login }: MailServer): MailProblem {
  if (!('password' in login)) return 'login_refused';
  return appPassword.test(wordsOf(raw)) || wantsAppPassword.test(host) ? 'app_password_needed' : 'login_refused';
}

/** A server that is busy may refuse a sign-in that is right. */
function isLater({ serverResponseCode, responseCode }: RawError): boolean {
  return serverResponseCode === 'UNAVAILABLE' || serverResponseCode === 'INUSE' || (responseCode ?? 500) < 500;
}

interface Circumstances {
  raw: RawError;
  server: MailServer;
  protocol: MailProtocol;
}

function describe(problem: MailProblem, { raw, server, protocol }: Circumstances): string {
  const { host, port } = server;
  const said = wordsOf(raw);
  const answer = said ? ` It said: “${said}”.` : '';
  const texts: Record<MailProblem, () => string> = {
    host_unknown: () => `There is no server called ${host}. Check the name for a typing error.`,
    private_host: () =>
      `${host} is inside a private network (${raw.address ?? 'no public address'}), and Rapport only connects to servers on the internet.`,
    port_closed: () => `${host} does not take ${protocol} connections on port ${port}. ${usualPorts(protocol)}`,
    connection_lost: () => `${host} ended the connection.`,
    timeout: () => `${host} did not answer on port ${port} in time. Check the port, or try again in a few minutes.`,
    certificate: () =>
      `The certificate of ${host} cannot be trusted (${raw.message ?? 'it is not valid'}). Use the server name your provider gives for ${protocol}, or ask them to renew the certificate.`,
    tls_mode: () => `${host} speaks another kind of encryption on port ${port}. ${tlsAdvice(server, protocol)}`,
    wrong_protocol: () => `What answers at ${host}, port ${port}, is no ${protocol} server. ${usualPorts(protocol)}`,
    login_refused: () => loginAdvice(server, said, protocol),
    app_password_needed: () =>
      `${host} wants an app password instead of the account's own. Make one in the security settings of the account and enter it here.${answer}`,
    failed: () => `${host} could not be used for ${protocol}: ${said || (raw.message ?? 'no reason was given')}`,
  };
  return texts[problem]();
}

function loginAdvice({ host, user, login }: MailServer, said: string, protocol: MailProtocol): string {
  const answer = said ? ` It said: “${said}”.` : '';
  if (!('password' in login))
    return `${host} did not accept the permission for ${user}. Connect the account anew.${answer}`;
  if (basicAuthOff.test(said))
    return `${host} takes no passwords for ${protocol} any more. Sign in with the provider instead.${answer}`;
  return `${host} refused the user name ${user} or its password.${answer}`;
}

function tlsAdvice({ security }: MailServer, protocol: MailProtocol): string {
  const [tls, starttls] = protocol === 'IMAP' ? [993, 143] : [465, 587];
  return security === 'tls' ? `Choose STARTTLS, or port ${tls}.` : `Choose TLS, or port ${starttls}.`;
}

function usualPorts(protocol: MailProtocol): string {
  return protocol === 'IMAP'
    ? 'IMAP is usually port 993 with TLS, or 143 with STARTTLS.'
    : 'SMTP is usually port 465 with TLS, or 587 with STARTTLS.';
}

/** The server's own words, on one line and not too many. */
function wordsOf({ responseText, response }: RawError): string {
  const words = responseText ?? (typeof response === 'string' ? response : '');
  return words
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 300);
}
