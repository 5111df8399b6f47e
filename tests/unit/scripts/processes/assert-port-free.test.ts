import { type AddressInfo, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { assertPortFree } from '../../../../scripts/processes/assert-port-free.mjs';

const hasIpv6 = Object.values(networkInterfaces()).some((addresses) =>
  addresses?.some(({ address }) => address === '::1'),
);
const hosts = ['127.0.0.1', '0.0.0.0', ...(hasIpv6 ? ['::1'] : [])];

describe('assertPortFree', () => {
  it.each(hosts)('names the port and the way out when %s is listened on', async (host) => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, host, done));
    const { port } = server.address() as AddressInfo;
    await expect(assertPortFree(port)).rejects.toThrow(`Port ${port} is taken. Choose another one: PORT=${port + 1}`);
    await new Promise((done) => server.close(done));
    await expect(assertPortFree(port)).resolves.toBeUndefined();
  });
});
