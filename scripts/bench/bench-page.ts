import type { Bench } from './bench';
import { compareRequests } from './measure-requests';
import { signInBench } from './sign-in-bench';

/** What the server takes for the creators' page of a signed-in person. */
export const benchPage: Bench = {
  name: 'page',
  async run(world) {
    const [{ large }, base] = [await world.creators(), await world.web()];
    const headers = { cookie: await signInBench(base, large), accept: 'text/html' };
    const ask = (place: string) => ({
      base,
      headers,
      next: () => ({ path: `/${large.slug}/${place}` }),
      concurrency: 1,
    });
    return [
      await compareRequests({
        what: 'creators page, signed in (server)',
        ours: ask('creators'),
        control: ask('empty'),
        controlName: 'empty page, signed in',
        reach: { of: 'p50', atMost: 2.5 },
      }),
    ];
  },
};
