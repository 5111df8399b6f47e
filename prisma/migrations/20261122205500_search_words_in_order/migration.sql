-- The words of a search entry in one order, whatever order the rows lie in: an entry built again is the same entry, and
-- what an undo restored is what was there.
do $$
declare needed text := case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end;
begin
  if not pg_has_role(current_user, 'rapport_definer', needed) then execute format('grant rapport_definer to %I', current_user); end if;
end $$;
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
        (select string_agg(concat_ws(' ', h.name, n.name), ' ' order by h.id, n.id)
           from public.creator g join public.handle h on h.workspace_id = g.workspace_id and h.creator_id = g.id
           left join public.handle_name n on n.workspace_id = h.workspace_id and n.handle_id = h.id
           where g.workspace_id = root.workspace_id and g.root_id = r.id),
        (select string_agg(e.address, ' ' order by e.id)
           from public.creator g join public.email_address e on e.workspace_id = g.workspace_id and e.creator_id = g.id
           where g.workspace_id = root.workspace_id and g.root_id = r.id and e.archived_at is null),
        (select string_agg(concat_ws(' ', k.name, e.address), ' ' order by k.id, e.id)
           from public.creator g join public.creator_contact cc on cc.workspace_id = g.workspace_id and cc.creator_id = g.id
           join public.contact k on k.workspace_id = cc.workspace_id and k.id = cc.contact_id
           left join public.email_address e on e.workspace_id = k.workspace_id and e.contact_id = k.id and e.archived_at is null
           where g.workspace_id = root.workspace_id and g.root_id = r.id)
      )), 20000) as names,
      left(public.fold_text((select string_agg(left(t.text, 50000), ' ' order by t.id)
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

do $$
begin
  if not (select rolsuper from pg_roles where rolname = current_user) then revoke rapport_definer from current_user; end if;
exception when insufficient_privilege then null; -- an administrator granted the role, and only they may take it back
end $$;
