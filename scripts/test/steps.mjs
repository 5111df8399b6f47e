/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} command an npm script, or a program of node_modules with its arguments
 * @property {string[]} after must have succeeded before; when one has not, this step is skipped
 * @property {number} cores how many it keeps busy: two run side by side when they fit into the machine
 * @property {'vitest' | 'playwright'} [runner] counts its own tests; a step without one counts as one test
 * @property {'browser'} [needs]
 */

const vitest = (name, after, cores) => ({
  name,
  command: ['vitest', 'run', '--project', name],
  after,
  cores,
  runner: 'vitest',
});
const check = (name, script, after = []) => ({ name, command: ['npm', script], after, cores: 1 });

/** In the order they begin; the long ones first, so that the short ones fill the second core. @type {Step[]} */
export const steps = [
  check('generate', 'generate'),
  check('types', 'check:types', ['generate']),
  check('lint', 'check:lint', ['generate']),
  // After types: both write the route types into .next.
  check('build', 'build', ['generate', 'types']),
  check('format', 'check:format', ['generate']),
  check('boundaries', 'check:boundaries', ['generate']),
  check('unused', 'check:unused', ['generate']),
  vitest('unit', ['generate'], 1),
  vitest('architecture', ['generate'], 1),
  vitest('integration', ['generate'], 2),
  { name: 'e2e', command: ['playwright', 'test'], after: ['build'], cores: 2, runner: 'playwright', needs: 'browser' },
];
