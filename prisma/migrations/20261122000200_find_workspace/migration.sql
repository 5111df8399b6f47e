-- Scripts name a workspace by its slug; no role sees a workspace unasked, so they ask this function. It answers the id
-- and nothing else.
do $$
declare needed text := case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end;
begin
  if not pg_has_role(current_user, 'rapport_definer', needed) then execute format('grant rapport_definer to %I', current_user); end if;
end $$;
grant create on schema public to rapport_definer;

create function find_workspace(asked text) returns table (id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select w.id from public.workspace w where w.slug = asked
$$;
create policy definer on workspace for select to rapport_definer using (true);
grant select on workspace to rapport_definer;
revoke execute on function find_workspace(text) from public;
alter function find_workspace(text) owner to rapport_definer;
grant execute on function find_workspace(text) to rapport_app;

revoke create on schema public from rapport_definer;
do $$
begin
  if not (select rolsuper from pg_roles where rolname = current_user) then revoke rapport_definer from current_user; end if;
exception when insufficient_privilege then null; -- an administrator granted the role, and only they may take it back
end $$;
