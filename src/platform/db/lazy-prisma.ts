import type { Prisma } from '@/generated/prisma/client';
import { prisma } from '@/platform/db/prisma';

export interface LazyPrisma {
  db: Prisma.TransactionClient;
  /** To be called before the commit, and before the rollback with what failed. */
  end(failure?: unknown): Promise<void>;
}

type Method = (...values: unknown[]) => unknown;
type Close = (failure?: unknown) => void;

/**
 * Prisma's view of the transaction we are in, opened at its first use: opening costs more than most statements, and
 * many transactions use SQL alone. It has to be a transaction of Prisma's own: the plain client puts `findUnique` of
 * the same moment into one statement, across tenants.
 */
export function createLazyPrisma(): LazyPrisma {
  let opened: Promise<Prisma.TransactionClient> | undefined;
  let ended: Promise<unknown> | undefined;
  let close: Close = () => undefined;
  const open = () => {
    opened ??= new Promise((resolve, reject) => {
      ended = prisma().$transaction((client) => {
        resolve(client);
        return new Promise<void>((done, fail) => {
          close = (failure) => (failure === undefined ? done() : fail(toError(failure)));
        });
      });
      ended.catch(reject);
    });
    return opened;
  };
  return {
    db: proxyOf(open),
    async end(failure) {
      close(failure);
      await ended?.catch(() => undefined);
    },
  };
}

/** A client whose methods wait for the real one. */
function proxyOf(open: () => Promise<Prisma.TransactionClient>): Prisma.TransactionClient {
  const call =
    (path: readonly string[], method: string) =>
    async (...values: unknown[]) => {
      const target = path.reduce<object>((owner, name) => Reflect.get(owner, name) as object, await open());
      return Reflect.apply(Reflect.get(target, method) as Method, target, values);
    };
  const modelOf = (model: string) => new Proxy({}, { get: (_, method: string) => call([model], method) });
  return new Proxy({} as Prisma.TransactionClient, {
    get: (_, name: string) => (name.startsWith('$') ? call([], name) : modelOf(name)),
  });
}

function toError(failure: unknown): Error {
  return failure instanceof Error ? failure : new Error(String(failure));
}
