import { spawnSync } from 'node:child_process';
import { findOnPath, isExecutable } from './find-on-path.mjs';
import { installSystemPackages } from './install-system-packages.mjs';

/** What a Chromium needs to run in a container, as root, and without looking for anything on the network. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A Chromium that starts: CHROME_PATH, else Playwright's own, else the system's, else one that apt-get installs.
 * Returns `{path}`, or `{missing}` with a sentence that says what would help.
 */
export async function findBrowser() {
  const here = await findInstalledBrowser();
  if (here) return { path: here };
  const reason = installSystemPackages(['chromium', 'fonts-liberation']);
  const installed = reason ? undefined : await findInstalledBrowser();
  if (installed) return { path: installed };
  const cause = reason ?? 'the one that apt-get installed does not start';
  return { missing: `a Chromium browser (${cause}); install one and set CHROME_PATH to its path` };
}

/** The first of them that is there already, or undefined. */
export async function findInstalledBrowser() {
  const { chromium } = await import('@playwright/test');
  const candidates = [
    process.env.CHROME_PATH,
    chromium.executablePath(),
    findOnPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ];
  return candidates.find((path) => path && isExecutable(path) && starts(path));
}

function starts(path) {
  return spawnSync(path, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}
