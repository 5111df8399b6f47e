import { connect, type Socket } from 'node:net';
import { assertPublicLiteral, guardedLookup } from '@/platform/net/guarded-lookup';

/**
 * Opens a connection to a host that a person named. Answers the socket at once, as `net.connect` does; what fails later
 * is its `error`, a PrivateHostError among them.
 * @throws PrivateHostError at once for an address that is not public
 */
export function connectGuarded({ host, port }: { host: string; port: number }): Socket {
  assertPublicLiteral(host);
  return connect({ host, port, lookup: guardedLookup });
}
