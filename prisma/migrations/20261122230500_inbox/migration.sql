-- The views of the inbox, in the order they are read in.
create index thread_waits_on_us on thread (workspace_id, last_message_at desc, id desc)
  where state = 'open' and last_direction = 'incoming';
create index thread_waits_on_them on thread (workspace_id, last_message_at desc, id desc)
  where state = 'open' and last_direction = 'outgoing';
create index thread_automatic on thread (workspace_id, last_message_at desc, id desc)
  where state = 'open' and last_direction is null;
create index thread_by_channel on thread (workspace_id, channel, last_message_at desc, id desc) where state <> 'done';
create index thread_by_tag on thread using gin (workspace_id uuid_ops, tags) where tags <> '{}';

-- One conversation has one draft, which everybody who sees the conversation shares.
create unique index message_draft on message (workspace_id, thread_id) where state = 'draft';

-- What wakes and what leaves by itself, over all workspaces: ids only; a worker then moves each in its workspace.
do $$
declare needed text := case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end;
begin
  if not pg_has_role(current_user, 'rapport_definer', needed) then execute format('grant rapport_definer to %I', current_user); end if;
end $$;
grant create on schema public to rapport_definer;

create policy definer on thread for select to rapport_definer using (true);
grant select (workspace_id, id, state, snoozed_until) on thread to rapport_definer;
grant select (workspace_id, id, state, send_at) on message to rapport_definer;

create function due_threads(max_rows integer, at timestamptz)
  returns table (workspace_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select t.workspace_id, t.id from public.thread t
  where t.state = 'snoozed' and t.snoozed_until is not null and t.snoozed_until <= at
  order by t.snoozed_until limit max_rows
$$;
create function due_messages(max_rows integer, at timestamptz)
  returns table (workspace_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select m.workspace_id, m.id from public.message m
  where m.state = 'queued' and m.send_at is not null and m.send_at <= at
  order by m.send_at limit max_rows
$$;
alter function due_threads(integer, timestamptz) owner to rapport_definer;
alter function due_messages(integer, timestamptz) owner to rapport_definer;
revoke execute on function due_threads(integer, timestamptz), due_messages(integer, timestamptz) from public;
grant execute on function due_threads(integer, timestamptz), due_messages(integer, timestamptz) to rapport_app;

revoke create on schema public from rapport_definer;
do $$
begin
  if not (select rolsuper from pg_roles where rolname = current_user) then revoke rapport_definer from current_user; end if;
exception when insufficient_privilege then null; -- an administrator granted the role, and only they may take it back
end $$;
