/** One address the server would not take, in its own words. */
export interface Refusal {
  address: string;
  response: string;
}

export interface DeliveryFailure {
  /** Refused for good; nothing left and it may be tried again; nobody knows. */
  outcome: 'refused' | 'deferred' | 'unknown';
  reason: string;
  refusals: Refusal[];
}

/** What nodemailer tells of a failure. */
export interface SmtpError extends Error {
  code?: string | undefined;
  command?: string | undefined;
  response?: string | undefined;
  responseCode?: number | undefined;
  recipient?: string | undefined;
  rejectedErrors?: SmtpError[] | undefined;
}

/**
 * What a failed hand-over means. `begun` says whether a byte of the message itself had left: up to then nothing can have
 * been delivered (RFC 5321, 4.1.1.4), and afterwards only the server's own refusal proves that it was not.
 */
export function classifyFailure(error: SmtpError, begun: boolean): DeliveryFailure {
  const reason = error.response ? `${stepOf(error)}: ${error.response}` : error.message;
  return {
    outcome: begun ? afterBegun(error) : beforeBegun(error),
    reason,
    refusals: toRefusals(error.rejectedErrors),
  };
}

export function toRefusals(errors: readonly SmtpError[] = []): Refusal[] {
  return errors.map(({ recipient, response, message }) => ({
    address: recipient ?? '',
    response: response ?? message,
  }));
}

function stepOf({ command = 'CONN' }: SmtpError): string {
  return (
    { CONN: 'The mail server', DATA: 'The mail server on the message' }[command] ?? `The mail server on ${command}`
  );
}

/** The recipients or the message were refused: asking again will not help. A refused sender or sign-in can be mended. */
function beforeBegun({ code, command, responseCode }: SmtpError): 'refused' | 'deferred' {
  if (responseCode === undefined) return code === 'EENVELOPE' || code === 'EMESSAGE' ? 'refused' : 'deferred';
  const aboutTheMessage = command === 'RCPT TO' || command === 'DATA' || responseCode === 552;
  return aboutTheMessage && isPermanent(responseCode) ? 'refused' : 'deferred';
}

/** Only an answer to the message counts; a lost connection, a silence or an odd answer says nothing. */
function afterBegun({ code, command, responseCode }: SmtpError): DeliveryFailure['outcome'] {
  if (code !== 'EMESSAGE' || command !== 'DATA' || responseCode === undefined) return 'unknown';
  if (isPermanent(responseCode)) return 'refused';
  return responseCode >= 400 && responseCode < 600 ? 'deferred' : 'unknown';
}

/** 503 says that the session was in disorder, not that the message was refused. */
function isPermanent(responseCode: number): boolean {
  return responseCode >= 500 && responseCode < 600 && responseCode !== 503;
}
