-- What Prisma cannot see: roles, row-level security, definer functions, triggers, checks, expression and partial indexes.
-- `db:check` compares all of it with prisma/catalogue.snapshot.

-- Roles belong to the cluster: another database may be creating them at this moment.
do $$
declare wanted text;
begin
  foreach wanted in array array['rapport_app', 'rapport_definer'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nologin', wanted);
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
  end loop;
end $$;

-- The web and the worker may connect as the owner and step down to rapport_app; functions are given to rapport_definer.
-- From PostgreSQL 16 on, whoever makes a role administers it without being allowed to become it.
do $$
declare
  wanted text;
  needed text := case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end;
begin
  foreach wanted in array array['rapport_app', 'rapport_definer'] loop
    if not pg_has_role(current_user, wanted, needed) then execute format('grant %I to %I', wanted, current_user); end if;
  end loop;
end $$;

grant usage on schema public to rapport_app, rapport_definer;
grant create on schema public to rapport_definer;

-- Tenancy ----------------------------------------------------------------------------------------------------------

create function current_workspace() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.workspace_id', true), '')::uuid;

create function current_app_user() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.user_id', true), '')::uuid;

-- Every migration that adds a tenant table calls this for it. The policy spells the setting out, not the function:
-- an expression over built-ins is inlined everywhere.
create procedure protect_tenant_table(name regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format(
    'create policy tenant on %s using (workspace_id = nullif(current_setting(''app.workspace_id'', true), '''')::uuid)'
    || ' with check (workspace_id = nullif(current_setting(''app.workspace_id'', true), '''')::uuid)', name);
end $$;
revoke execute on procedure protect_tenant_table from public;

call protect_tenant_table('membership');
call protect_tenant_table('brand');
call protect_tenant_table('api_key');
call protect_tenant_table('idempotency_key');
call protect_tenant_table('creator');
call protect_tenant_table('handle');
call protect_tenant_table('handle_name');
call protect_tenant_table('handle_metric');
call protect_tenant_table('audience_snapshot');
call protect_tenant_table('email_address');
call protect_tenant_table('phone_number');
call protect_tenant_table('agency');
call protect_tenant_table('contact');
call protect_tenant_table('creator_contact');
call protect_tenant_table('tag');
call protect_tenant_table('creator_tag');
call protect_tenant_table('custom_field');
call protect_tenant_table('preference');
call protect_tenant_table('note');
call protect_tenant_table('note_version');
call protect_tenant_table('note_mention');
call protect_tenant_table('quote');
call protect_tenant_table('creator_merge');
call protect_tenant_table('segment');
call protect_tenant_table('stored_file');
call protect_tenant_table('import');
call protect_tenant_table('import_row');
call protect_tenant_table('export');
call protect_tenant_table('mailbox');
call protect_tenant_table('thread');
call protect_tenant_table('thread_creator');
call protect_tenant_table('message');
call protect_tenant_table('message_recipient');
call protect_tenant_table('attachment');
call protect_tenant_table('domain_event');
call protect_tenant_table('event_payload');
call protect_tenant_table('event_pending');
call protect_tenant_table('event_seal');
call protect_tenant_table('effect');

-- A person's own memberships and workspaces are read before a workspace is chosen.
create policy own on membership for select
  using (user_id = nullif(current_setting('app.user_id', true), '')::uuid);

alter table workspace enable row level security;
alter table workspace force row level security;
create policy tenant on workspace
  using (id = nullif(current_setting('app.workspace_id', true), '')::uuid)
  with check (id = nullif(current_setting('app.workspace_id', true), '')::uuid);
create policy own on workspace for select using (exists (
  select from membership m
  where m.workspace_id = workspace.id and m.user_id = nullif(current_setting('app.user_id', true), '')::uuid));

-- Search tables: enabled, not forced; the app role has no grant on them.
alter table creator_search enable row level security;
create policy search on creator_search to rapport_definer using (true) with check (true);

-- Grants -----------------------------------------------------------------------------------------------------------

grant select, insert, update, delete on
  app_user, session, sign_in_link, worker_heartbeat, rate_limit,
  workspace, membership, brand, api_key, idempotency_key,
  creator, handle, handle_name, handle_metric, audience_snapshot, email_address, phone_number, agency, contact,
  creator_contact, tag, creator_tag, custom_field, preference, note, note_version, note_mention, quote, creator_merge,
  segment, stored_file, import, import_row, export, mailbox, thread, thread_creator, message, message_recipient,
  attachment, event_pending, effect
to rapport_app;
-- Append-only; an erasure may empty a payload's body.
grant select, insert on domain_event, event_payload, event_seal to rapport_app;
grant update (body, salt) on event_payload to rapport_app;
grant select on state_transition to rapport_app;

-- States -----------------------------------------------------------------------------------------------------------
-- The rows are those of the transition constants in the code; tests/architecture compares the two.

insert into state_transition (noun, from_state, to_state) values
  ('effect', '', 'pending'),
  ('effect', 'pending', 'claimed'),
  ('effect', 'claimed', 'done'), ('effect', 'claimed', 'handing_over'), ('effect', 'claimed', 'pending'), ('effect', 'claimed', 'dead'),
  ('effect', 'handing_over', 'done'), ('effect', 'handing_over', 'unknown'), ('effect', 'handing_over', 'pending'), ('effect', 'handing_over', 'dead'),
  ('effect', 'unknown', 'done'), ('effect', 'unknown', 'pending'), ('effect', 'unknown', 'dead'),
  ('effect', 'dead', 'pending'),
  ('message', '', 'draft'), ('message', '', 'queued'), ('message', '', 'received'),
  ('message', 'draft', 'queued'),
  ('message', 'queued', 'sending'), ('message', 'queued', 'draft'), ('message', 'queued', 'cancelled'),
  ('message', 'sending', 'sent'), ('message', 'sending', 'queued'), ('message', 'sending', 'failed'), ('message', 'sending', 'unknown'),
  ('message', 'unknown', 'sent'), ('message', 'unknown', 'queued'), ('message', 'unknown', 'failed'),
  ('message', 'failed', 'queued'),
  ('message', 'sent', 'bounced'),
  ('import', '', 'uploaded'),
  ('import', 'uploaded', 'mapped'), ('import', 'uploaded', 'cancelled'),
  ('import', 'mapped', 'dry_run'), ('import', 'mapped', 'cancelled'),
  ('import', 'dry_run', 'running'), ('import', 'dry_run', 'mapped'), ('import', 'dry_run', 'cancelled'),
  ('import', 'running', 'completed'), ('import', 'running', 'failed'), ('import', 'running', 'cancelled'), ('import', 'running', 'paused'),
  ('import', 'paused', 'running'),
  ('import', 'failed', 'running'), ('import', 'failed', 'undone'),
  ('import', 'cancelled', 'undone'),
  ('import', 'completed', 'undone'),
  ('export', '', 'pending'),
  ('export', 'pending', 'running'), ('export', 'pending', 'cancelled'),
  ('export', 'running', 'completed'), ('export', 'running', 'failed'), ('export', 'running', 'cancelled'),
  ('thread', '', 'open'),
  ('thread', 'open', 'snoozed'), ('thread', 'open', 'done'),
  ('thread', 'snoozed', 'open'), ('thread', 'snoozed', 'done'),
  ('thread', 'done', 'open');

create function refuse_undrawn_transition() returns trigger language plpgsql as $$
declare
  before text := case when tg_op = 'INSERT' then '' else old.state end;
begin
  if before = new.state then return new; end if;
  if not exists (
    select from state_transition t where t.noun = tg_argv[0] and t.from_state = before and t.to_state = new.state
  ) then
    raise exception 'a % cannot go from "%" to "%"', tg_argv[0], before, new.state
      using errcode = 'check_violation', constraint = 'state_transition';
  end if;
  return new;
end $$;

create trigger transition before insert or update of state on effect
  for each row execute function refuse_undrawn_transition('effect');
create trigger transition before insert or update of state on message
  for each row execute function refuse_undrawn_transition('message');
create trigger transition before insert or update of state on import
  for each row execute function refuse_undrawn_transition('import');
create trigger transition before insert or update of state on export
  for each row execute function refuse_undrawn_transition('export');
create trigger transition before insert or update of state on thread
  for each row execute function refuse_undrawn_transition('thread');

-- Body and headers of a message are frozen from `queued` on.
create function refuse_frozen_message() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and (
    (new.subject, new.html, new.text, new.rfc_message_id, new.from_name, new.from_address, new.thread_id, new.creator_id)
    is distinct from
    (old.subject, old.html, old.text, old.rfc_message_id, old.from_name, old.from_address, old.thread_id, old.creator_id)
    or (old.handed_over_at is not null and new.handed_over_at is distinct from old.handed_over_at)
  ) and not (old.state = 'queued' and new.state = 'draft') then
    raise exception 'message % is frozen since it was queued', old.id using errcode = 'check_violation', constraint = 'message_frozen';
  end if;
  return new;
end $$;
create trigger frozen before update on message for each row execute function refuse_frozen_message();

-- Checks -----------------------------------------------------------------------------------------------------------

alter table creator
  add constraint creator_stage check (stage in ('prospect', 'contacted', 'in_conversation', 'active', 'ambassador', 'paused', 'declined')),
  add constraint creator_formality check (formality in ('formal', 'familiar')),
  add constraint creator_display_name check (length(display_name) between 1 and 200);
alter table email_address
  add constraint email_address_owner check (num_nonnulls(creator_id, contact_id) = 1),
  add constraint email_address_length check (length(address) <= 254);
alter table phone_number
  add constraint phone_number_owner check (num_nonnulls(creator_id, contact_id) = 1);
alter table quote
  add constraint quote_kind check (kind in ('asked', 'agreed')),
  add constraint quote_amount check (amount_minor >= 0),
  add constraint quote_currency check (currency ~ '^[A-Z]{3}$');
alter table brand add constraint brand_currency check (currency ~ '^[A-Z]{3}$');
alter table creator_contact
  add constraint creator_contact_routing check (routing in ('instead', 'copied', 'none'));
alter table membership
  add constraint membership_role check (role in ('admin', 'manager', 'marketer', 'legal', 'finance', 'viewer'));
alter table import_row
  add constraint import_row_outcome check (outcome in ('created', 'updated', 'unchanged', 'skipped', 'rejected'));
alter table message_recipient
  add constraint message_recipient_state check (state in ('pending', 'accepted', 'rejected', 'bounced')),
  add constraint message_recipient_kind check (kind in ('to', 'cc', 'bcc'));
alter table audience_snapshot
  add constraint audience_snapshot_authenticity check (authenticity between 0 and 1);

-- Indexes the list sorts and filters by: roots that are not archived.
create index creator_by_name on creator (workspace_id, sort_name collate "C", id) where archived_at is null and root_id = id;
create index creator_by_followers on creator (workspace_id, (coalesce(followers, -1)), id) where archived_at is null and root_id = id;
create index creator_by_engagement on creator (workspace_id, (coalesce(engagement_rate, -1)), id) where archived_at is null and root_id = id;
create index creator_by_activity on creator (workspace_id, (coalesce(last_activity_at, '-infinity'::timestamptz)), id) where archived_at is null and root_id = id;
create index creator_by_created on creator (workspace_id, created_at, id) where archived_at is null and root_id = id;
create index creator_by_stage on creator (workspace_id, stage, (coalesce(followers, -1)), id) where archived_at is null and root_id = id;
create index creator_by_country on creator (workspace_id, country, (coalesce(followers, -1)), id) where archived_at is null and root_id = id;
create index creator_by_owner on creator (workspace_id, owner_id, (coalesce(followers, -1)), id) where archived_at is null and root_id = id;

-- The worker's scans.
create index effect_due on effect (due_at) where state = 'pending';
create index effect_lease on effect (lease_until) where state in ('claimed', 'handing_over');
create index effect_dead on effect (workspace_id, finished_at) where state in ('dead', 'unknown');

-- Before a workspace is known --------------------------------------------------------------------------------------

-- Opaque credentials resolve to where they belong, and to nothing else.
create function resolve_credential(credential_kind text, credential_hash bytea)
  returns table (workspace_id uuid, id uuid) language sql stable security definer set search_path = pg_catalog, public as $$
  select k.workspace_id, k.id from public.api_key k
  where credential_kind = 'api_key' and k.hash = credential_hash and k.revoked_at is null
$$;

-- Cross-workspace scans of the worker: ids only; the worker then enters each workspace like anyone else.
create function due_work(work text, max_rows integer)
  returns table (workspace_id uuid, id uuid) language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  case work
    when 'event_pending' then
      return query select p.workspace_id, p.event_id from public.event_pending p order by p.event_id limit max_rows;
    when 'effect_pending' then
      return query select e.workspace_id, e.id from public.effect e
        where e.state = 'pending' and e.due_at <= now()
          and (e.dispatched_at is null or e.dispatched_at < now() - interval '30 seconds' or e.dispatched_at < e.due_at)
        order by e.due_at limit max_rows;
    when 'effect_expired' then
      return query select e.workspace_id, e.id from public.effect e
        where e.state in ('claimed', 'handing_over') and e.lease_until < now() order by e.lease_until limit max_rows;
    else raise exception 'due_work knows no %', work;
  end case;
end $$;

create policy definer on api_key for select to rapport_definer using (true);
create policy definer on event_pending for select to rapport_definer using (true);
create policy definer on effect for select to rapport_definer using (true);
grant select on api_key, event_pending, effect to rapport_definer;

alter function resolve_credential(text, bytea) owner to rapport_definer;
alter function due_work(text, integer) owner to rapport_definer;
revoke execute on function resolve_credential(text, bytea) from public;
revoke execute on function due_work(text, integer) from public;
grant execute on function resolve_credential(text, bytea) to rapport_app;
grant execute on function due_work(text, integer) to rapport_app;

-- Search -----------------------------------------------------------------------------------------------------------

-- Case, diacritics and compatibility letters (mathematical, full-width) folded; the same for what is stored and asked.
create function fold_text(value text) returns text language sql immutable parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, normalize(coalesce(value, ''), nfkc)));

-- Writes the search rows of the merged groups these creators belong to, in the workspace of the setting.
create function refresh_creator_search(creator_ids uuid[]) returns void
  language sql security definer set search_path = pg_catalog, public as $$
  with roots as (
    select distinct c.root_id as id from public.creator c
    where c.workspace_id = public.current_workspace() and c.id = any (creator_ids)
    union
    select c.id from public.creator c
    where c.workspace_id = public.current_workspace() and c.id = any (creator_ids) and c.root_id = c.id
  ), gone as (
    delete from public.creator_search s
    where s.workspace_id = public.current_workspace() and s.creator_id = any (creator_ids)
      and not exists (select from roots r where r.id = s.creator_id)
  ), built as (
    select r.id, root.workspace_id, root.archived_at is not null as archived, coalesce(root.followers, 0) as followers,
      public.fold_text(concat_ws(' ',
        (select string_agg(concat_ws(' ', g.display_name, g.greeting, g.legal_name, g.company_name), ' ')
           from public.creator g where g.workspace_id = root.workspace_id and g.root_id = r.id),
        (select string_agg(concat_ws(' ', h.name, n.name), ' ')
           from public.creator g join public.handle h on h.workspace_id = g.workspace_id and h.creator_id = g.id
           left join public.handle_name n on n.workspace_id = h.workspace_id and n.handle_id = h.id
           where g.workspace_id = root.workspace_id and g.root_id = r.id),
        (select string_agg(e.address, ' ')
           from public.creator g join public.email_address e on e.workspace_id = g.workspace_id and e.creator_id = g.id
           where g.workspace_id = root.workspace_id and g.root_id = r.id and e.archived_at is null),
        (select string_agg(concat_ws(' ', k.name, e.address), ' ')
           from public.creator g join public.creator_contact cc on cc.workspace_id = g.workspace_id and cc.creator_id = g.id
           join public.contact k on k.workspace_id = cc.workspace_id and k.id = cc.contact_id
           left join public.email_address e on e.workspace_id = k.workspace_id and e.contact_id = k.id and e.archived_at is null
           where g.workspace_id = root.workspace_id and g.root_id = r.id)
      )) as names,
      public.fold_text((select string_agg(left(t.text, 50000), ' ')
         from public.creator g join public.note t on t.workspace_id = g.workspace_id and t.creator_id = g.id
         where g.workspace_id = root.workspace_id and g.root_id = r.id and t.archived_at is null)) as notes
    from roots r join public.creator root on root.workspace_id = public.current_workspace() and root.id = r.id
  )
  insert into public.creator_search as s (creator_id, workspace_id, archived, names, followers, tsv)
  select b.id, b.workspace_id, b.archived, left(b.names, 20000), b.followers,
    setweight(to_tsvector('simple', left(b.names, 20000)), 'A') || setweight(to_tsvector('simple', left(b.notes, 200000)), 'C')
  from built b
  on conflict (creator_id) do update
    set archived = excluded.archived, names = excluded.names, followers = excluded.followers, tsv = excluded.tsv
    where (s.archived, s.names, s.followers, s.tsv) is distinct from
          (excluded.archived, excluded.names, excluded.followers, excluded.tsv)
$$;

-- A batch that writes many rows of one creator says `set local app.search_deferred = '1'` and refreshes once.
create function refresh_search_of_creators() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if current_setting('app.search_deferred', true) = '1' then return null; end if;
  perform public.refresh_creator_search(array(select distinct n.id from new_rows n));
  return null;
end $$;
create function refresh_search_of_children() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if current_setting('app.search_deferred', true) = '1' then return null; end if;
  perform public.refresh_creator_search(array(
    select distinct n.creator_id from new_rows n where n.creator_id is not null));
  return null;
end $$;
create function refresh_search_of_names() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if current_setting('app.search_deferred', true) = '1' then return null; end if;
  perform public.refresh_creator_search(array(
    select distinct h.creator_id from new_rows n
    join public.handle h on h.workspace_id = n.workspace_id and h.id = n.handle_id));
  return null;
end $$;
create function refresh_search_of_contacts() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if current_setting('app.search_deferred', true) = '1' then return null; end if;
  perform public.refresh_creator_search(array(
    select distinct cc.creator_id from new_rows n
    join public.creator_contact cc on cc.workspace_id = n.workspace_id and cc.contact_id = n.id));
  return null;
end $$;

create trigger search_inserted after insert on creator referencing new table as new_rows
  for each statement execute function refresh_search_of_creators();
create trigger search_updated after update on creator referencing new table as new_rows
  for each statement execute function refresh_search_of_creators();
create trigger search_inserted after insert on handle referencing new table as new_rows
  for each statement execute function refresh_search_of_children();
create trigger search_updated after update on handle referencing new table as new_rows
  for each statement execute function refresh_search_of_children();
create trigger search_deleted after delete on handle referencing old table as new_rows
  for each statement execute function refresh_search_of_children();
create trigger search_inserted after insert on handle_name referencing new table as new_rows
  for each statement execute function refresh_search_of_names();
create trigger search_inserted after insert on email_address referencing new table as new_rows
  for each statement execute function refresh_search_of_children();
create trigger search_updated after update on email_address referencing new table as new_rows
  for each statement execute function refresh_search_of_children();
create trigger search_deleted after delete on email_address referencing old table as new_rows
  for each statement execute function refresh_search_of_children();
create trigger search_inserted after insert on note referencing new table as new_rows
  for each statement execute function refresh_search_of_children();
create trigger search_updated after update on note referencing new table as new_rows
  for each statement execute function refresh_search_of_children();
create trigger search_inserted after insert on creator_contact referencing new table as new_rows
  for each statement execute function refresh_search_of_children();
create trigger search_deleted after delete on creator_contact referencing old table as new_rows
  for each statement execute function refresh_search_of_children();
create trigger search_updated after update on contact referencing new table as new_rows
  for each statement execute function refresh_search_of_contacts();

-- Loads pg_trgm, whose settings only then are known to a session of no superuser.
select similarity('a', 'b');

-- Best matches first: fragments of names, handles and mails; then words of notes; then, if that is too little, typos.
-- Ranked within at most 2,000 candidates of each kind.
create function search_creators(query text, max_rows integer, with_archived boolean default false)
  returns table (creator_id uuid, score real) language plpgsql stable security definer
  set search_path = pg_catalog, public set pg_trgm.word_similarity_threshold = 0.5 as $$
declare
  workspace uuid := public.current_workspace();
  asked text := trim(public.fold_text(left(query, 200)));
  pattern text := '%' || replace(replace(replace(asked, '\', '\\'), '%', '\%'), '_', '\_') || '%';
  words tsquery := (
    select string_agg(quote_literal(w) || ':*', ' & ')::tsquery
    from regexp_split_to_table(asked, '[^[:alnum:]]+') w where w <> '');
  found integer;
begin
  if asked = '' then return; end if;
  return query
    select hit.creator_id, max(hit.score)::real as best from (
      (select s.creator_id,
         2 + case when s.names like substr(pattern, 2) then 1 when s.names like '% ' || substr(pattern, 2) then 0.5 else 0 end
           + public.word_similarity(asked, s.names) + ln(greatest(s.followers, 1)) / 100 as score
       from public.creator_search s
       where length(asked) >= 3 and s.workspace_id = workspace and s.names like pattern and (with_archived or not s.archived)
       limit 2000)
      union all
      (select s.creator_id, 1 + ts_rank(s.tsv, words) + ln(greatest(s.followers, 1)) / 100
       from public.creator_search s
       where words is not null and s.workspace_id = workspace and s.tsv @@ words and (with_archived or not s.archived)
       limit 2000)
    ) hit group by hit.creator_id order by best desc, hit.creator_id limit max_rows;
  get diagnostics found = row_count;
  if found >= least(max_rows, 5) or length(asked) < 4 then return; end if;
  return query
    select s.creator_id, public.word_similarity(asked, s.names)::real
    from public.creator_search s
    where s.workspace_id = workspace and asked operator(public.<%) s.names and (with_archived or not s.archived)
      and s.names not like pattern and (words is null or not s.tsv @@ words)
    order by 2 desc, s.creator_id limit max_rows - found;
end $$;

create policy definer on creator for select to rapport_definer using (true);
create policy definer on handle for select to rapport_definer using (true);
create policy definer on handle_name for select to rapport_definer using (true);
create policy definer on email_address for select to rapport_definer using (true);
create policy definer on contact for select to rapport_definer using (true);
create policy definer on creator_contact for select to rapport_definer using (true);
create policy definer on note for select to rapport_definer using (true);
grant select on creator, handle, handle_name, email_address, contact, creator_contact, note to rapport_definer;
grant select, insert, update, delete on creator_search to rapport_definer;

alter function refresh_creator_search(uuid[]) owner to rapport_definer;
alter function refresh_search_of_creators() owner to rapport_definer;
alter function refresh_search_of_children() owner to rapport_definer;
alter function refresh_search_of_names() owner to rapport_definer;
alter function refresh_search_of_contacts() owner to rapport_definer;
alter function search_creators(text, integer, boolean) owner to rapport_definer;
revoke execute on function refresh_creator_search(uuid[]) from public;
revoke execute on function search_creators(text, integer, boolean) from public;
grant execute on function refresh_creator_search(uuid[]) to rapport_app;
grant execute on function search_creators(text, integer, boolean) to rapport_app;

-- The owner is bound by the policies again.
revoke create on schema public from rapport_definer;
do $$
begin
  if not (select rolsuper from pg_roles where rolname = current_user) then revoke rapport_definer from current_user; end if;
exception when insufficient_privilege then null; -- an administrator granted the role, and only they may take it back
end $$;
