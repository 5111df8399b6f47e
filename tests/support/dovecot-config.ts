import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';

export interface MailOwner {
  name: string;
  uid: number;
  gid: number;
}

/** Dovecot opens no mail as root: then it is the package's own user who owns it. */
export function findMailOwner(): MailOwner {
  const { username, uid, gid } = userInfo();
  if (uid !== 0) return { name: username, uid, gid };
  const id = (flag: string) => Number(execFileSync('id', [flag, 'dovecot'], { encoding: 'utf8' }));
  return { name: 'dovecot', uid: id('-u'), gid: id('-g') };
}

export function own(path: string, { uid, gid }: MailOwner): void {
  if (userInfo().uid === 0) chownSync(path, uid, gid);
}

interface Settings {
  folder: string;
  /** The password of every user. */
  password: string;
  port: number;
  tlsPort: number;
  owner: MailOwner;
  tokenInfoUrl: string | undefined;
}

export function writeDovecotConfig({ folder, password, port, tlsPort, owner, tokenInfoUrl }: Settings): string {
  const ssl = ['-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=mail.test'];
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')];
  execFileSync('openssl', ['req', '-x509', ...ssl, ...files], { stdio: 'ignore' });
  const asRoot = userInfo().uid === 0;
  const oauth = `
auth_mechanisms = plain login xoauth2
passdb {
  driver = oauth2
  mechanisms = xoauth2
  args = ${join(folder, 'oauth2.conf')}
}`;
  if (tokenInfoUrl) {
    const lines = [
      `tokeninfo_url = ${tokenInfoUrl}`,
      'introspection_mode = auth',
      'username_attribute = email',
      'debug = no',
    ];
    writeFileSync(join(folder, 'oauth2.conf'), `${lines.join('\n')}\n`);
  }
  const config = join(folder, 'dovecot.conf');
  writeFileSync(
    config,
    `base_dir = ${join(folder, 'run')}
state_dir = ${join(folder, 'state')}
log_path = ${join(folder, 'log')}
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <${join(folder, 'cert.pem')}
ssl_key = <${join(folder, 'key.pem')}
disable_plaintext_auth = no
auth_failure_delay = 0
mail_location = maildir:${join(folder, 'mail')}/%u
mail_uid = ${owner.uid}
mail_gid = ${owner.gid}
first_valid_uid = 1
first_valid_gid = 1
mail_max_userip_connections = 100
${asRoot ? '' : `default_internal_user = ${owner.name}\ndefault_login_user = ${owner.name}\n`}
service anvil {
  chroot =
  # A refused sign-in delays no later one.
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = ${tlsPort}
  }
}
${tokenInfoUrl ? oauth : 'auth_mechanisms = plain login'}
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${owner.uid} gid=${owner.gid} home=${join(folder, 'mail')}/%u
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Sent {
    special_use = \\Sent
    auto = create
  }
  mailbox Drafts {
    special_use = \\Drafts
    auto = create
  }
  mailbox Archive {
    special_use = \\Archive
    auto = create
  }
  mailbox Junk {
    special_use = \\Junk
    auto = create
  }
  mailbox Trash {
    special_use = \\Trash
    auto = create
  }
}
`,
  );
  mkdirSync(join(folder, 'mail'), { recursive: true });
  own(join(folder, 'mail'), owner);
  return config;
}
