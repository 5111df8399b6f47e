-- AlterTable
ALTER TABLE "mailbox_connection" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "retry_at" TIMESTAMPTZ(6),
ADD COLUMN     "skipped" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "mailbox_folder" ADD COLUMN     "history_uid" BIGINT NOT NULL DEFAULT 0;

-- Mailboxes nobody reads at the moment, over all workspaces: ids only; a worker then claims one in its workspace.
do $$
declare needed text := case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end;
begin
  if not pg_has_role(current_user, 'rapport_definer', needed) then execute format('grant rapport_definer to %I', current_user); end if;
end $$;
grant create on schema public to rapport_definer;

create index mailbox_connection_due on mailbox_connection (lease_until) where state = 'connected';
create policy definer on mailbox_connection for select to rapport_definer using (true);
grant select (workspace_id, mailbox_id, state, lease_until, retry_at) on mailbox_connection to rapport_definer;

create function due_mailboxes(max_rows integer)
  returns table (workspace_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select c.workspace_id, c.mailbox_id from public.mailbox_connection c
  where c.state = 'connected' and (c.lease_until is null or c.lease_until < now()) and (c.retry_at is null or c.retry_at <= now())
  order by c.lease_until nulls first limit max_rows
$$;
alter function due_mailboxes(integer) owner to rapport_definer;
revoke execute on function due_mailboxes(integer) from public;
grant execute on function due_mailboxes(integer) to rapport_app;

revoke create on schema public from rapport_definer;
do $$
begin
  if not (select rolsuper from pg_roles where rolname = current_user) then revoke rapport_definer from current_user; end if;
exception when insufficient_privilege then null; -- an administrator granted the role, and only they may take it back
end $$;
