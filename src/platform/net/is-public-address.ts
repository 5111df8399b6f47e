import { BlockList, isIP } from 'node:net';
import { specialNetworks } from '@/platform/net/special-networks.data';

const special = new BlockList();
for (const [network, prefix] of specialNetworks) special.addSubnet(network, prefix, family(network));

/**
 * Whether `address` is an IP address of the public internet: not loopback, private, link-local (metadata services),
 * carrier, documentation or otherwise reserved. An IPv4 address inside an IPv6 one counts as the IPv4 one. What is no
 * plain IP address (a name, `127.1`, `0x7f000001`) is not public: names are resolved first, and what they resolve to is
 * asked here.
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/%.*$/, '');
  return isIP(bare) !== 0 && !special.check(bare, family(bare));
}

function family(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 4 ? 'ipv4' : 'ipv6';
}
