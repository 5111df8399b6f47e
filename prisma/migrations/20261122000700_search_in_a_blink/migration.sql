-- Search, measured at 100,000 creators. The owner becomes rapport_definer for the length of this file.
do $$
declare needed text := case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end;
begin
  if not pg_has_role(current_user, 'rapport_definer', needed) then execute format('grant rapport_definer to %I', current_user); end if;
end $$;
grant create on schema public to rapport_definer;
-- Loads pg_trgm: before, nobody but a superuser may name its settings.
select similarity('a', 'b');

-- Case, diacritics, compatibility letters and invisible marks folded; every letter outside ASCII that is left is written
-- as `u` and its code, since pg_trgm sees only ASCII where the database has no locale. For what is stored and asked alike.
create or replace function fold_text(value text) returns text language plpgsql immutable parallel safe as $$
declare
  folded text := lower(public.unaccent('public.unaccent'::regdictionary, normalize(coalesce(value, ''), nfkc)));
  letter text;
begin
  if folded !~ '[^\x01-\x7f]' then return folded; end if;
  folded := regexp_replace(folded, '[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]', '', 'g');
  for letter in select distinct m[1] from regexp_matches(folded, '([^\x01-\x7f])', 'g') m loop
    folded := replace(folded, letter, case when letter ~ '\s' then ' ' else 'u' || to_hex(ascii(letter)) end);
  end loop;
  return folded;
end $$;

-- Words as search splits them: the parser of PostgreSQL would take `anna.mueller` for a host.
create function search_words(folded text) returns tsvector language sql immutable parallel safe
  return to_tsvector('simple', regexp_replace(folded, '[^a-z0-9]+', ' ', 'g'));

-- `built` materialised: each expression over it would be worked out once for every place it is used in.
create or replace function refresh_creator_search(creator_ids uuid[]) returns void
  language sql security definer set search_path = pg_catalog, public as $$
  with roots as materialized (
    select distinct c.root_id as id from public.creator c
    where c.workspace_id = public.current_workspace() and c.id = any (creator_ids)
  ), gone as (
    delete from public.creator_search s
    where s.workspace_id = public.current_workspace() and s.creator_id = any (creator_ids)
      and not exists (select from roots r where r.id = s.creator_id)
  ), built as materialized (
    select r.id, root.workspace_id, root.archived_at is not null as archived, coalesce(root.followers, 0) as followers,
      left(public.fold_text(concat_ws(' ',
        (select string_agg(concat_ws(' ', g.display_name, g.greeting, g.legal_name, g.company_name), ' ' order by g.id <> r.id, g.id)
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
      )), 20000) as names,
      left(public.fold_text((select string_agg(left(t.text, 50000), ' ')
         from public.creator g join public.note t on t.workspace_id = g.workspace_id and t.creator_id = g.id
         where g.workspace_id = root.workspace_id and g.root_id = r.id and t.archived_at is null)), 200000) as notes
    from roots r join public.creator root on root.workspace_id = public.current_workspace() and root.id = r.id
  )
  insert into public.creator_search as s (creator_id, workspace_id, archived, names, followers, tsv)
  select b.id, b.workspace_id, b.archived, b.names, b.followers,
    setweight(public.search_words(b.names), 'A') || setweight(public.search_words(b.notes), 'C')
  from built b
  on conflict (creator_id) do update
    set archived = excluded.archived, names = excluded.names, followers = excluded.followers, tsv = excluded.tsv
    where (s.archived, s.names, s.followers, s.tsv) is distinct from
          (excluded.archived, excluded.names, excluded.followers, excluded.tsv)
$$;

-- An undone merge gives a creator back to itself: the group it leaves is built again too. What the search does not hold
-- leaves it alone.
create function refresh_search_of_changed_creators() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare changed uuid[];
begin
  if current_setting('app.search_deferred', true) = '1' then return null; end if;
  select array_agg(distinct x.id) into changed
  from new_rows n join old_rows o on o.id = n.id cross join lateral (values (n.id), (n.root_id), (o.root_id)) x(id)
  where (n.display_name, n.greeting, n.legal_name, n.company_name, n.followers, n.archived_at, n.root_id)
    is distinct from (o.display_name, o.greeting, o.legal_name, o.company_name, o.followers, o.archived_at, o.root_id);
  if changed is not null then perform public.refresh_creator_search(changed); end if;
  return null;
end $$;
drop trigger search_updated on creator;
create trigger search_updated after update on creator referencing old table as old_rows new table as new_rows
  for each statement execute function refresh_search_of_changed_creators();

-- What waits to be put into an index is read by every search: let it be little.
alter index creator_search_names set (gin_pending_list_limit = 256);
alter index creator_search_tsv set (gin_pending_list_limit = 256);
create index creator_search_largest on creator_search (workspace_id, followers desc);

-- What was asked, in the forms the index is asked in.
create function search_terms(query text, out asked text, out pattern text, out words tsquery)
  language plpgsql immutable as $$
begin
  asked := trim(regexp_replace(public.fold_text(left(query, 200)), '(^|\s)@+', '\1', 'g'));
  -- Less than a trigram finds nothing in the index of fragments; words are found by their beginning.
  pattern := case when asked ~ '[a-z0-9]{3}'
    then '%' || replace(replace(replace(asked, '\', '\\'), '%', '\%'), '_', '\_') || '%' end;
  words := (select string_agg(w || ':*', ' & ')::tsquery from regexp_split_to_table(asked, '[^a-z0-9]+') w where w <> '');
end $$;

-- Best matches first: fragments of names, handles and mails; then words, also of notes; only if there is neither, typos.
-- Of each kind the largest creators (of the first 2,000 where a fragment is in more), ranked by where the match stands.
-- A statement of its own each: a search that is answered by the first does not pay for the others.
drop function search_creators(text, integer, boolean);
create function search_creators(query text, max_rows integer, with_archived boolean default false)
  returns table (creator_id uuid, score real) language plpgsql stable rows 100 security definer
  set search_path = pg_catalog, public set pg_trgm.word_similarity_threshold = 0.5
  set plan_cache_mode = force_custom_plan as $$
declare
  workspace uuid := public.current_workspace();
  terms record := public.search_terms(query);
  found integer := 0;
begin
  if terms.pattern is not null then
    return query
      select c.creator_id, (2 + c.place + ln(greatest(c.followers, 1)) / 100)::real as best from (
        select s.creator_id, s.followers, case when s.names like substr(terms.pattern, 2) then 1
          when s.names like '% ' || substr(terms.pattern, 2) then 0.5 else 0 end as place
        from (
          select s.creator_id, s.followers, s.names from public.creator_search s
          where s.workspace_id = workspace and s.names like terms.pattern and (with_archived or not s.archived)
          limit 2000
        ) s order by s.followers desc limit greatest(max_rows, 200)
      ) c order by best desc, c.creator_id limit max_rows;
    get diagnostics found = row_count;
  end if;
  -- The parts of an address are in everyone's.
  if terms.words is null or found >= max_rows or (found > 0 and terms.asked like '%@%') then return; end if;
  return query
    select c.creator_id, (1 + c.place + ts_rank(c.tsv, terms.words) / 2 + ln(greatest(c.followers, 1)) / 100)::real as best from (
      select s.creator_id, s.followers, s.tsv, case when s.names like terms.asked || '%' then 0.3 else 0 end as place
      from public.creator_search s
      where s.workspace_id = workspace and s.tsv @@ terms.words and (with_archived or not s.archived)
        and (terms.pattern is null or s.names not like terms.pattern)
      order by s.followers desc limit greatest(max_rows - found, 200)
    ) c order by best desc, c.creator_id limit max_rows - found;
  if found > 0 or exists (select from public.creator_search s where s.workspace_id = workspace and s.tsv @@ terms.words
    and (with_archived or not s.archived)) then return; end if;
  return query select t.creator_id, t.score from public.search_typos(terms.asked, max_rows, with_archived) t;
end $$;

-- Of an address only what stands before the at sign: half of all names are like the rest of it.
create function search_typos(asked text, max_rows integer, with_archived boolean)
  returns table (creator_id uuid, score real) language sql stable rows 100 security definer
  set search_path = pg_catalog, public set pg_trgm.word_similarity_threshold = 0.5 as $$
  select s.creator_id, public.word_similarity(split_part(asked, '@', 1), s.names)
  from public.creator_search s
  where s.workspace_id = public.current_workspace() and length(split_part(asked, '@', 1)) >= 4
    and split_part(asked, '@', 1) operator(public.<%) s.names and (with_archived or not s.archived)
  order by 2 desc, s.followers desc, s.creator_id limit max_rows
$$;

-- Everyone whom a search finds, unranked: for filters and their counts.
create function match_creators(query text, with_archived boolean default false)
  returns table (creator_id uuid) language plpgsql stable rows 100 security definer
  set search_path = pg_catalog, public set plan_cache_mode = force_custom_plan as $$
declare
  workspace uuid := public.current_workspace();
  terms record := public.search_terms(query);
begin
  return query
    select s.creator_id from public.creator_search s
    where s.workspace_id = workspace and s.names like terms.pattern and (with_archived or not s.archived)
    union
    select s.creator_id from public.creator_search s
    where s.workspace_id = workspace and s.tsv @@ terms.words and (with_archived or not s.archived);
  if found or terms.words is null then return; end if;
  return query select t.creator_id from public.search_typos(terms.asked, 1000, with_archived) t;
end $$;

alter function refresh_search_of_changed_creators() owner to rapport_definer;
alter function search_creators(text, integer, boolean) owner to rapport_definer;
alter function search_typos(text, integer, boolean) owner to rapport_definer;
alter function match_creators(text, boolean) owner to rapport_definer;
revoke execute on function search_creators(text, integer, boolean) from public;
revoke execute on function search_typos(text, integer, boolean) from public;
revoke execute on function match_creators(text, boolean) from public;
grant execute on function search_creators(text, integer, boolean) to rapport_app;
grant execute on function match_creators(text, boolean) to rapport_app;

revoke create on schema public from rapport_definer;
do $$
begin
  if not (select rolsuper from pg_roles where rolname = current_user) then revoke rapport_definer from current_user; end if;
exception when insufficient_privilege then null; -- an administrator granted the role, and only they may take it back
end $$;
