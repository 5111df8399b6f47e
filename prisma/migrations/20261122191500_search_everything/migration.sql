-- One box over everything: contacts, agencies, notes and messages beside the creators. By indexes over expressions, read
-- by definer functions: behind a forced policy neither `like` nor `@@` may use an index.
do $$
declare needed text := case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end;
begin
  if not pg_has_role(current_user, 'rapport_definer', needed) then execute format('grant rapport_definer to %I', current_user); end if;
end $$;
grant create on schema public to rapport_definer;

-- The words of a text that people wrote: no more of it than is kept for the search of creators.
create function text_words(value text) returns tsvector language sql immutable parallel safe
  return public.search_words(public.fold_text(left(value, 50000)));

create index contact_names on contact using gin (workspace_id uuid_ops, (public.fold_text(name)) gin_trgm_ops)
  where archived_at is null;
create index contact_addresses on email_address using gin (workspace_id uuid_ops, normalized gin_trgm_ops)
  where contact_id is not null and archived_at is null;
create index agency_names on agency using gin (workspace_id uuid_ops, (public.fold_text(name)) gin_trgm_ops)
  where archived_at is null;
create index note_words on note using gin (workspace_id uuid_ops, (public.text_words(text))) where archived_at is null;
create index message_words on message using gin (workspace_id uuid_ops, (public.text_words(subject || ' ' || text)));

-- A fragment where there are three letters to look for, else the beginning. Null: nothing was asked.
create function search_pattern(query text) returns text language sql stable parallel safe as $$
  select coalesce(t.pattern, nullif(replace(replace(replace(t.asked, '\', '\\'), '%', '\%'), '_', '\_'), '') || '%')
  from public.search_terms(query) t
$$;

-- Contacts by a fragment of their name or of one of their addresses; whose name begins with it first.
create function search_contacts(query text, max_rows integer) returns table (contact_id uuid) language plpgsql stable
  rows 50 security definer set search_path = pg_catalog, public set plan_cache_mode = force_custom_plan as $$
declare
  workspace uuid := public.current_workspace();
  pattern text := public.search_pattern(query);
begin
  return query
    select k.id from (
      (select c.id from public.contact c
        where c.workspace_id = workspace and c.archived_at is null and public.fold_text(c.name) like pattern limit 2000)
      union
      (select e.contact_id from public.email_address e
        where e.workspace_id = workspace and e.contact_id is not null and e.archived_at is null and e.normalized like pattern
        limit 2000)
    ) found join public.contact k on k.workspace_id = workspace and k.id = found.id and k.archived_at is null
    order by public.fold_text(k.name) like ltrim(pattern, '%') desc, k.name, k.id limit max_rows;
end $$;

create function search_agencies(query text, max_rows integer) returns table (agency_id uuid) language plpgsql stable
  rows 50 security definer set search_path = pg_catalog, public set plan_cache_mode = force_custom_plan as $$
declare
  workspace uuid := public.current_workspace();
  pattern text := public.search_pattern(query);
begin
  return query
    select a.id from public.agency a
    where a.workspace_id = workspace and a.archived_at is null and public.fold_text(a.name) like pattern
    order by public.fold_text(a.name) like ltrim(pattern, '%') desc, a.name, a.id limit max_rows;
end $$;

-- Notes in which all words stand, by the words' beginnings; the newest of the first 2,000.
create function search_notes(query text, max_rows integer) returns table (note_id uuid) language plpgsql stable
  rows 50 security definer set search_path = pg_catalog, public set plan_cache_mode = force_custom_plan as $$
declare
  workspace uuid := public.current_workspace();
  words tsquery := (public.search_terms(query)).words;
begin
  return query
    select n.id from (
      select t.id from public.note t
      where t.workspace_id = workspace and t.archived_at is null and public.text_words(t.text) @@ words limit 2000
    ) n order by n.id desc limit max_rows;
end $$;

-- The same of messages, of mailboxes of these brands only (null: of all).
create function search_messages(query text, max_rows integer, brands uuid[]) returns table (message_id uuid)
  language plpgsql stable rows 50 security definer
  set search_path = pg_catalog, public set plan_cache_mode = force_custom_plan as $$
declare
  workspace uuid := public.current_workspace();
  words tsquery := (public.search_terms(query)).words;
begin
  return query
    select m.id from (
      select t.id from public.message t
      where t.workspace_id = workspace and public.text_words(t.subject || ' ' || t.text) @@ words
        and (brands is null or exists (
          select from public.mailbox b where b.workspace_id = workspace and b.id = t.mailbox_id and b.brand_id = any (brands)))
      limit 2000
    ) m order by m.id desc limit max_rows;
end $$;

create policy definer on agency for select to rapport_definer using (true);
create policy definer on message for select to rapport_definer using (true);
create policy definer on mailbox for select to rapport_definer using (true);
grant select on agency, message, mailbox to rapport_definer;

alter function search_contacts(text, integer) owner to rapport_definer;
alter function search_agencies(text, integer) owner to rapport_definer;
alter function search_notes(text, integer) owner to rapport_definer;
alter function search_messages(text, integer, uuid[]) owner to rapport_definer;
revoke execute on function search_contacts(text, integer) from public;
revoke execute on function search_agencies(text, integer) from public;
revoke execute on function search_notes(text, integer) from public;
revoke execute on function search_messages(text, integer, uuid[]) from public;
grant execute on function search_contacts(text, integer) to rapport_app;
grant execute on function search_agencies(text, integer) to rapport_app;
grant execute on function search_notes(text, integer) to rapport_app;
grant execute on function search_messages(text, integer, uuid[]) to rapport_app;

revoke create on schema public from rapport_definer;
do $$
begin
  if not (select rolsuper from pg_roles where rolname = current_user) then revoke rapport_definer from current_user; end if;
exception when insufficient_privilege then null; -- an administrator granted the role, and only they may take it back
end $$;
