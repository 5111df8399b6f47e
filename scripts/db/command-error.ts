import type { DatabaseError } from 'pg';

/** A failure whose message is the whole answer: one sentence that says what to do, no stack. */
export class CommandError extends Error {
  override name = 'CommandError';
}

/** Says in one sentence why a server could not be used; errors that are none of the known ones come back unchanged. */
export function explainConnection(error: unknown, url: string): unknown {
  const code = (error as Partial<DatabaseError>).code ?? '';
  const place = describePlace(url);
  const hint = 'look at DATABASE_URL and DATABASE_OWNER_URL';
  const sentences: Record<string, string> = {
    ECONNREFUSED: `PostgreSQL does not answer at ${place}: is it running? Otherwise ${hint}.`,
    ENOTFOUND: `The host of ${place} is not known: ${hint}.`,
    EAI_AGAIN: `The host of ${place} is not known: ${hint}.`,
    ETIMEDOUT: `PostgreSQL at ${place} did not answer in time: ${hint}.`,
    '28P01': `PostgreSQL at ${place} refused the password: ${hint}.`,
    '28000': `PostgreSQL at ${place} refused the user: ${hint}.`,
    '3D000': `There is no such database at ${place}: create it, or ${hint}.`,
    '53300': `PostgreSQL at ${place} has no connection left: raise max_connections or stop other clients.`,
  };
  const sentence = sentences[code];
  return sentence ? new CommandError(sentence) : error;
}

/** Host, port, database and user of a connection string, never its password. */
function describePlace(url: string): string {
  try {
    const { hostname, port, pathname, username } = new URL(url);
    return `${hostname}:${port || '5432'}${pathname} as ${decodeURIComponent(username) || 'the default user'}`;
  } catch {
    return 'the given address (which is no valid connection string)';
  }
}
