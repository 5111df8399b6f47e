import { relative } from 'node:path';

export interface SignIn {
  role: string;
  email: string;
  password: string;
}

export interface DemoDescription {
  seconds: number;
  port: number;
  dataDir: string;
  mailboxUrl: string;
  apiKey: string;
  signIns: SignIn[];
}

/** What the terminal says when the demo answers: where to go, who to be, how to end it. */
export function describeDemo({ seconds, port, dataDir, mailboxUrl, apiKey, signIns }: DemoDescription): string {
  const width = (name: 'role' | 'email') => Math.max(...signIns.map((signIn) => signIn[name].length)) + 2;
  const people = signIns.map(
    ({ role, email, password }) => `    ${role.padEnd(width('role'))}${email.padEnd(width('email'))}${password}`,
  );
  return `
Rapport is ready (${seconds} s).

  App       http://localhost:${port}
  Mailbox   ${mailboxUrl}   every mail it sends arrives here; answer it there
  API key   ${apiKey}
            curl -H 'Authorization: Bearer ${apiKey}' http://localhost:${port}/api/v1/creators

  Sign in as
${people.join('\n')}

Ctrl-C ends it. The data stays in ${relative(process.cwd(), dataDir) || '.'}; DEMO_RESET=1 npm run demo begins anew.
`;
}
