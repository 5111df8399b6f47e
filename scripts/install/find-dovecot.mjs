import { isExecutable, findOnPath } from './find-on-path.mjs';
import { installSystemPackages } from './install-system-packages.mjs';

/** An IMAP server's program for the tests: `{path}`, or `{missing}` with a sentence that says what would help. */
export function findDovecot({ install = true } = {}) {
  const here = findInstalled();
  if (here) return { path: here };
  const reason = install ? installSystemPackages(['dovecot-imapd']) : 'not looked for';
  const installed = findInstalled();
  return installed ? { path: installed } : { missing: `a dovecot IMAP server (${reason}); put dovecot on PATH` };
}

/** Debian keeps it where only root looks. */
function findInstalled() {
  return findOnPath('dovecot') ?? ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot'].find(isExecutable);
}
