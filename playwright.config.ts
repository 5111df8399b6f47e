import { defineConfig, devices } from '@playwright/test';
import { browserFlags, findInstalledBrowser } from './scripts/install/find-browser.mjs';

// Looked for once: the processes that run the tests read this file again and inherit the variable.
process.env.CHROME_PATH ||= (await findInstalledBrowser()) ?? '';

/** What a screen looks like is tried in every colour and size; what it does, once. */
const looks = '**/*-looks.spec.ts';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  globalSetup: './tests/support/e2e-server.ts',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: false,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    // Known once the global setup has started the server, before any process that runs tests reads it.
    baseURL: process.env.E2E_URL,
    launchOptions: { executablePath: process.env.CHROME_PATH, args: browserFlags },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
  projects: [
    {
      name: 'desktop-light',
      use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
    },
    {
      name: 'desktop-dark',
      testMatch: looks,
      use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
    },
    { name: 'phone', testMatch: looks, use: { ...devices['Pixel 7'], viewport: { width: 360, height: 740 } } },
  ],
});
