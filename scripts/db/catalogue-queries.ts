/**
 * What Prisma cannot see in the schema `public`, one line each. `$owner` stands for the owner of the database's tables,
 * whose name differs between installations. Partitions are left out where they follow their parent; what an extension
 * brought is left out everywhere.
 */
const OWNER = `(select relowner from pg_class where oid = 'public._prisma_migrations'::regclass)`;
const TABLES = `(select * from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = pg_class.oid and d.deptype = 'e'))`;
const FUNCTIONS = `(select * from pg_proc where pronamespace = 'public'::regnamespace
  and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = pg_proc.oid and d.deptype = 'e'))`;
const nameOf = (role: string) =>
  `case when ${role} = 0 then 'public' when ${role} = ${OWNER} then 'owner' else pg_get_userbyid(${role})::text end`;
/** "rapport_app insert, select" for each grantee of an access list but the object's owner. */
const grantsOf = (kind: string, name: string, source: { from: string; acl: string; owner: string }) => `
  select '${kind} ' || object || ': ' || grantee || ' may ' || string_agg(right_name, ', ' order by right_name) from (
    select ${name} as object, ${nameOf('a.grantee')} as grantee,
      lower(a.privilege_type) || case when a.is_grantable then ' (and pass it on)' else '' end as right_name
    from ${source.from} cross join lateral aclexplode(${source.acl}) a where a.grantee <> ${source.owner}) g
  group by object, grantee`;

export const CATALOGUE_QUERIES = [
  `select format('extension %s', extname) from pg_extension where extname <> 'plpgsql'`,

  `select format('role %s: superuser %s, bypasses row security %s, creates roles %s', rolname, rolsuper, rolbypassrls, rolcreaterole)
     from pg_roles where rolname in ('rapport_app', 'rapport_definer')`,

  `select format('table %s: row security %s%s, owner %s%s%s', relname,
       case when relrowsecurity then 'enabled' else 'off' end, case when relforcerowsecurity then ' and forced' else '' end,
       ${nameOf('relowner')}, case when relkind = 'p' then ', partitioned by ' || pg_get_partkeydef(oid) else '' end,
       coalesce(', with ' || array_to_string(reloptions, ', '), ''))
     from ${TABLES} t where not relispartition`,

  `select format('partition %s of %s: %s', c.relname, i.inhparent::regclass, pg_get_expr(c.relpartbound, c.oid))
     from ${TABLES} c join pg_inherits i on i.inhrelid = c.oid where c.relispartition`,

  `select format('policy %s on %s: %s for %s to %s%s%s', polname, relname,
       case when polpermissive then 'permissive' else 'restrictive' end,
       case polcmd when '*' then 'all' when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' else 'delete' end,
       (select string_agg(${nameOf('r')}, ', ' order by r) from unnest(polroles) r),
       coalesce(' using ' || pg_get_expr(polqual, polrelid), ''), coalesce(' check ' || pg_get_expr(polwithcheck, polrelid), ''))
     from pg_policy p join ${TABLES} t on t.oid = p.polrelid`,

  `select format('trigger %s on %s: %s%s', tgname, relname, pg_get_triggerdef(g.oid),
       case tgenabled when 'O' then '' when 'D' then ', DISABLED' else ', fires ' || tgenabled::text end)
     from pg_trigger g join ${TABLES} t on t.oid = g.tgrelid where not tgisinternal and not relispartition`,

  `select format('function %s(%s): returns %s, %s, %s, %s, owner %s%s, body %s', proname, pg_get_function_identity_arguments(f.oid),
       coalesce(pg_get_function_result(f.oid), 'nothing'), lanname,
       case provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end,
       case when prosecdef then 'security definer' else 'security invoker' end,
       ${nameOf('proowner')}, coalesce(', set ' || array_to_string(proconfig, ', '), ''),
       left(encode(sha256(convert_to(coalesce(pg_get_function_sqlbody(f.oid), prosrc), 'utf8')), 'hex'), 16))
     from ${FUNCTIONS} f join pg_language l on l.oid = prolang`,

  `select format('constraint %s on %s: %s', conname, relname, pg_get_constraintdef(c.oid))
     from pg_constraint c join ${TABLES} t on t.oid = c.conrelid where contype in ('c', 'x') and not relispartition`,

  `select format('index %s on %s: %s%s', i.relname, t.relname, pg_get_indexdef(i.oid), case when indisvalid then '' else ', INVALID' end)
     from pg_index x join pg_class i on i.oid = x.indexrelid join ${TABLES} t on t.oid = x.indrelid
     where not t.relispartition
       and (indexprs is not null or indpred is not null or not indisvalid or indnkeyatts <> indnatts or indnullsnotdistinct
         or exists (select from unnest(indcollation::oid[], indkey::int2[]) o(used, at)
              join pg_attribute a on a.attrelid = t.oid and a.attnum = o.at where a.attcollation <> o.used))`,

  `select format('column %s.%s: generated as %s', relname, attname, pg_get_expr(adbin, adrelid))
     from pg_attribute a join ${TABLES} t on t.oid = a.attrelid join pg_attrdef d on d.adrelid = attrelid and d.adnum = attnum
     where attgenerated <> '' and not relispartition`,

  `select format('view %s: %s, owner %s, body %s', relname, coalesce(array_to_string(reloptions, ', '), 'no options'), ${nameOf('relowner')},
       left(encode(sha256(convert_to(pg_get_viewdef(c.oid), 'utf8')), 'hex'), 16))
     from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
       and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`,

  `select format('domain %s: %s', typname, pg_get_constraintdef(c.oid))
     from pg_constraint c join pg_type t on t.oid = c.contypid where typnamespace = 'public'::regnamespace and contype = 'c'`,

  grantsOf('schema', 'nspname', { from: `pg_namespace`, acl: 'nspacl', owner: 'nspowner' }).replace(
    'a where ',
    `a where nspname = 'public' and `,
  ),
  grantsOf('grant on', 'relname', { from: `${TABLES} t`, acl: 'relacl', owner: 'relowner' }),
  grantsOf('grant on', `relname || '.' || attname`, {
    from: `${TABLES} t join pg_attribute on attrelid = t.oid and attacl is not null`,
    acl: 'attacl',
    owner: 'relowner',
  }),
  grantsOf('grant on sequence', 'relname', {
    from: `(select * from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S') s`,
    acl: 'relacl',
    owner: 'relowner',
  }),
  grantsOf('grant on function', `proname || '(' || pg_get_function_identity_arguments(f.oid) || ')'`, {
    from: `${FUNCTIONS} f`,
    acl: `coalesce(proacl, acldefault('f', proowner))`,
    owner: 'proowner',
  }),
  `select format('default grant on %s by %s: %s', defaclobjtype, ${nameOf('defaclrole')}, defaclacl::text) from pg_default_acl
     where defaclnamespace = 'public'::regnamespace`,
];
