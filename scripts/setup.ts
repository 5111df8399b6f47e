// First workspace, brand and admin of an installation: npm run setup -- --workspace NAME --email ADDRESS
import { parseArgs } from 'node:util';
import { foundWorkspace } from './found-workspace';

const { values } = parseArgs({
  options: { workspace: { type: 'string' }, email: { type: 'string' }, name: { type: 'string' } },
});

try {
  if (!values.workspace || !values.email)
    throw new Error('Usage: npm run setup -- --workspace NAME --email ADDRESS [--name "Full name"]');
  const { slug, link } = await foundWorkspace({ workspace: values.workspace, email: values.email, name: values.name });
  console.log(`The workspace "${values.workspace}" is at /${slug}.`);
  console.log(
    link
      ? `Choose a password within 72 hours, once: ${link}`
      : `${values.email} has a password already and can sign in.`,
  );
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
