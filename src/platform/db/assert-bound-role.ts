import type pg from 'pg';

/**
 * Refuses a database role that could see past the policies: a superuser, one with BYPASSRLS, or the owner of a
 * tenant table. Web and worker call it before they serve anything.
 * @throws Error naming the role and the reason
 */
export async function assertBoundRole(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string; superuser: boolean; bypass: boolean; owned: string | null }>(`
    select r.rolname as name, r.rolsuper as superuser, r.rolbypassrls as bypass,
      (select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relowner = r.oid limit 1) as owned
    from pg_roles r where r.rolname = current_user`);
  const role = rows[0];
  if (!role) throw new Error('the current database role is not to be found in pg_roles');
  const reason = role.superuser
    ? 'is a superuser'
    : role.bypass
      ? 'has BYPASSRLS'
      : role.owned
        ? `owns the table ${role.owned}`
        : null;
  if (reason) {
    throw new Error(
      `The database role "${role.name}" ${reason}, so row-level security would not bind it. ` +
        'Connect as rapport_app, or as a role that may step down to it.',
    );
  }
}
