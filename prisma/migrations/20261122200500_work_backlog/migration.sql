-- For an operator's metrics: how much the worker has before it, over all workspaces. Numbers only, by the partial indexes.
do $$
declare needed text := case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end;
begin
  if not pg_has_role(current_user, 'rapport_definer', needed) then execute format('grant rapport_definer to %I', current_user); end if;
end $$;
grant create on schema public to rapport_definer;

create function work_backlog()
  returns table (work text, entries bigint, overdue_seconds double precision)
  language sql stable rows 6 security definer set search_path = pg_catalog, public as $$
  select 'to_relay', count(*), 0::double precision from public.event_pending
  union all
  select 'pending', count(*), greatest(0, coalesce(extract(epoch from now() - min(e.due_at)), 0))
    from public.effect e where e.state = 'pending'
  union all
  select 'running', count(*), greatest(0, coalesce(extract(epoch from now() - min(e.lease_until)), 0))
    from public.effect e where e.state in ('claimed', 'handing_over')
  union all
  select s.state, (select count(*) from public.effect e where e.state in ('dead', 'unknown') and e.state = s.state), 0
    from (values ('dead'), ('unknown')) s(state)
$$;
alter function work_backlog() owner to rapport_definer;
revoke execute on function work_backlog() from public;
grant execute on function work_backlog() to rapport_app;

revoke create on schema public from rapport_definer;
do $$
begin
  if not (select rolsuper from pg_roles where rolname = current_user) then revoke rapport_definer from current_user; end if;
exception when insufficient_privilege then null; -- an administrator granted the role, and only they may take it back
end $$;
