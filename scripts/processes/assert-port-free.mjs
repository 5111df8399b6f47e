import { createServer } from 'node:net';

/** Throws a sentence that names the port and the way out when something listens on it, on either loopback address. */
export async function assertPortFree(port) {
  for (const host of ['127.0.0.1', '::1', '0.0.0.0']) {
    const code = await tryToListen(port, host);
    if (code === 'EADDRINUSE')
      throw new Error(`Port ${port} is taken. Choose another one: PORT=${port + 1} npm run demo`);
    if (code === 'EACCES')
      throw new Error(`Port ${port} is reserved for root. Choose one above 1023: PORT=3000 npm run demo`);
  }
}

/** The error's code, or undefined when it could listen. A system without IPv6 has nothing to collide with there. */
function tryToListen(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(error.code));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}
