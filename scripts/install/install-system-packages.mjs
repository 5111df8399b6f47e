import { spawnSync } from 'node:child_process';

/**
 * Installs Debian packages when this user may do so without being asked for a password.
 * Returns the reason when it did not, and undefined when it did.
 */
export function installSystemPackages(packages) {
  if (!succeeds('apt-get', ['--version'])) return 'there is no apt-get on this system';
  const root = process.getuid?.() === 0;
  if (!root && !succeeds('sudo', ['-n', 'true'])) return 'installing it needs root, or sudo without a password';
  console.log(`Installing ${packages.join(', ')} with apt-get …`);
  // RUNLEVEL=1 keeps a package from starting its service: a server of the system is not ours to leave running.
  const apt = [
    ...(root ? [] : ['sudo', '-n']),
    'env',
    'RUNLEVEL=1',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    '-qq',
  ];
  const install = [...apt, 'install', '--yes', '--no-install-recommends', ...packages];
  if (succeeds(install[0], install.slice(1))) return undefined;
  succeeds(apt[0], [...apt.slice(1), 'update']);
  return succeeds(install[0], install.slice(1)) ? undefined : `apt-get could not install ${packages.join(', ')}`;
}

function succeeds(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
