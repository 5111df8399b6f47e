-- A page of a search asks for no more than it shows: whatever the number, the order is the same, so that the next page
-- goes on where this one ended.
do $$
declare needed text := case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end;
begin
  if not pg_has_role(current_user, 'rapport_definer', needed) then execute format('grant rapport_definer to %I', current_user); end if;
end $$;
-- Loads pg_trgm: before, nobody but a superuser may name its settings.
select similarity('a', 'b');

-- Best matches first: fragments of names, handles and mails; then words, also of notes; only if there is neither, typos.
-- Ranked by where the match stands and how large the creator is, among the first 2,000 of each kind: what more people
-- match is no search yet. A statement of its own each: one that is answered by the first does not pay for the others.
create or replace function search_creators(query text, max_rows integer, with_archived boolean default false)
  returns table (creator_id uuid, score real) language plpgsql stable rows 100 security definer
  set search_path = pg_catalog, public set plan_cache_mode = force_custom_plan as $$
declare
  workspace uuid := public.current_workspace();
  terms record := public.search_terms(query);
  found integer := 0;
begin
  if terms.pattern is not null then
    return query
      select c.creator_id, (2 + ln(greatest(c.followers, 1)) / 100 + case when c.names like substr(terms.pattern, 2) then 1
        when c.names like '% ' || substr(terms.pattern, 2) then 0.5 else 0 end)::real as best
      from (
        select s.creator_id, s.followers, s.names from public.creator_search s
        where s.workspace_id = workspace and s.names like terms.pattern and (with_archived or not s.archived)
        limit 2000
      ) c order by best desc, c.creator_id desc limit max_rows;
    get diagnostics found = row_count;
  end if;
  -- The parts of an address are in everyone's.
  if terms.words is null or found >= max_rows or (found > 0 and terms.asked like '%@%') then return; end if;
  return query
    select c.creator_id, (1 + ln(greatest(c.followers, 1)) / 100 + ts_rank(c.tsv, terms.words) / 2
      + case when c.names like terms.asked || '%' then 0.3 else 0 end)::real as best
    from (
      select s.creator_id, s.followers, s.tsv, s.names from public.creator_search s
      where s.workspace_id = workspace and s.tsv @@ terms.words and (with_archived or not s.archived)
        and (terms.pattern is null or s.names not like terms.pattern)
      limit 2000
    ) c order by best desc, c.creator_id desc limit max_rows - found;
  if found > 0 or exists (select from public.creator_search s where s.workspace_id = workspace and s.tsv @@ terms.words
    and (with_archived or not s.archived)) then return; end if;
  return query select t.creator_id, t.score from public.search_typos(terms.asked, max_rows, with_archived) t;
end $$;

create or replace function search_typos(asked text, max_rows integer, with_archived boolean)
  returns table (creator_id uuid, score real) language sql stable rows 100 security definer
  set search_path = pg_catalog, public set pg_trgm.word_similarity_threshold = 0.5 as $$
  select s.creator_id, public.word_similarity(split_part(asked, '@', 1), s.names)
  from public.creator_search s
  where s.workspace_id = public.current_workspace() and length(split_part(asked, '@', 1)) >= 4
    and split_part(asked, '@', 1) operator(public.<%) s.names and (with_archived or not s.archived)
  order by 2 desc, s.creator_id desc limit max_rows
$$;

drop index creator_search_largest;

do $$
begin
  if not (select rolsuper from pg_roles where rolname = current_user) then revoke rapport_definer from current_user; end if;
exception when insufficient_privilege then null; -- an administrator granted the role, and only they may take it back
end $$;
