import { lookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { env } from '@/platform/env/env';
import { isPublicAddress } from '@/platform/net/is-public-address';

/** A host that a person named leads to an address that is none of the public internet's. */
export class PrivateHostError extends Error {
  readonly code = 'EPRIVATEHOST';
  constructor(
    readonly host: string,
    readonly address: string,
  ) {
    super(`${host} is at ${address}, which is not on the public internet`);
  }
}

/**
 * A `lookup` for sockets and requests to hosts that people can name: each address is checked when the connection is
 * made, and the socket gets exactly the checked ones, so that a name cannot lead elsewhere a moment later. One address
 * that is not public refuses them all. ALLOW_PRIVATE_HOSTS switches the check off.
 *
 * A socket asks no lookup for a literal address: `assertPublicLiteral` comes first (`connectGuarded` does both).
 */
export const guardedLookup: LookupFunction = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, addresses: LookupAddress[] | undefined) => {
    const [first] = addresses ?? [];
    if (error ?? !first) {
      callback(error ?? new Error(`${host} has no address`), '', 0);
      return;
    }
    const refused = (addresses ?? []).find(({ address }) => !isAllowed(address));
    if (refused) callback(new PrivateHostError(host, refused.address), '', 0);
    else if (options.all) callback(null, addresses ?? []);
    else callback(null, first.address, first.family);
  });
};

/** @throws PrivateHostError when `host` is an IP address that is not public; a name passes, for the lookup to check */
export function assertPublicLiteral(host: string): void {
  const bare = host.replace(/^\[|\]$/g, '');
  if (isLiteral(bare) && !isAllowed(bare)) throw new PrivateHostError(host, bare);
}

function isLiteral(host: string): boolean {
  return /^[\d.]+$/.test(host) || host.includes(':');
}

function isAllowed(address: string): boolean {
  return env().ALLOW_PRIVATE_HOSTS || isPublicAddress(address);
}
