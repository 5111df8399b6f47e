-- The archive is searched by a table of its own: the newest first without reading what matches, operators as words of the
-- same index, and the text of attachments. Behind a forced policy neither would use an index.
do $$
declare needed text := case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end;
begin
  if not pg_has_role(current_user, 'rapport_definer', needed) then execute format('grant rapport_definer to %I', current_user); end if;
end $$;
grant create on schema public to rapport_definer;
-- Loads pg_trgm: before, nobody but a superuser may name its settings.
select similarity('a', 'b');

CREATE TABLE "message_search" (
    "message_id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "loose" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "tsv" tsvector NOT NULL,

    CONSTRAINT "message_search_pkey" PRIMARY KEY ("message_id")
);
CREATE TABLE "file_text" (
    "workspace_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "gap" TEXT,
    "read_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "file_text_pkey" PRIMARY KEY ("workspace_id","hash")
);
CREATE UNIQUE INDEX "message_search_workspace_id_message_id_key" ON "message_search"("workspace_id", "message_id");
CREATE INDEX "message_search_workspace_id_at_message_id_idx" ON "message_search"("workspace_id", "at" DESC, "message_id" DESC);
CREATE INDEX "message_search_words" ON "message_search" USING GIN ("workspace_id" uuid_ops, "tsv");
CREATE INDEX "attachment_workspace_id_file_id_idx" ON "attachment"("workspace_id", "file_id");
ALTER TABLE "message_search" ADD CONSTRAINT "message_search_workspace_id_message_id_fkey" FOREIGN KEY ("workspace_id", "message_id") REFERENCES "message"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

call protect_tenant_table('file_text');
grant select, insert, update, delete on file_text to rapport_app;
alter table file_text add constraint file_text_gap check (gap in ('damaged', 'protected', 'too_large', 'too_long'));

-- Enabled, not forced; the app role has no grant on it.
alter table message_search enable row level security;
create policy search on message_search to rapport_definer using (true) with check (true);
grant select, insert, update, delete on message_search to rapport_definer;
-- What waits to be put into an index is read by every search: let it be little.
alter index message_search_words set (gin_pending_list_limit = 1024);

create policy definer on message_recipient for select to rapport_definer using (true);
create policy definer on attachment for select to rapport_definer using (true);
create policy definer on stored_file for select to rapport_definer using (true);
create policy definer on file_text for select to rapport_definer using (true);
create policy definer on thread_mailbox for select to rapport_definer using (true);
grant select on message_recipient, attachment, stored_file, file_text, thread, thread_mailbox to rapport_definer;

-- As before, and at once for what is ASCII, as most mail is: bringing it to normal form was nine tenths of the time.
create or replace function fold_text(value text) returns text language plpgsql immutable parallel safe as $$
declare
  folded text;
  letter text;
begin
  if value !~ '[^\x01-\x7f]' then return lower(value); end if;
  folded := lower(public.unaccent('public.unaccent'::regdictionary, normalize(coalesce(value, ''), nfkc)));
  if folded !~ '[^\x01-\x7f]' then return folded; end if;
  folded := regexp_replace(folded, '[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]', '', 'g');
  for letter in select distinct m[1] from regexp_matches(folded, '([^\x01-\x7f])', 'g') m loop
    folded := replace(folded, letter, case when letter ~ '\s' then ' ' else 'u' || to_hex(ascii(letter)) end);
  end loop;
  return folded;
end $$;

-- The words of a folded text, in their order.
create function folded_words(folded text) returns text[] language sql immutable parallel safe
  return array(
    select left(w, 200) from regexp_split_to_table(folded, '[^a-z0-9]+') with ordinality t(w, place)
    where w <> '' order by place);

-- Writes again what these messages are found by. Everything is bounded, so that no mail is too large to come in.
create function refresh_message_search(message_ids uuid[]) returns void language plpgsql security definer
  set search_path = pg_catalog, public as $$
begin
  with parts as materialized (
    select m.id, m.workspace_id, m.thread_id, m.mailbox_id is null as loose, m.created_at, t.channel, m.kind,
      public.fold_text(left(m.subject, 2000)) as subject,
      left(public.fold_text(left(m.text, 50000)), 250000) as text,
      public.fold_text(left(m.from_name || ' ' || m.from_address, 2000)) as sender,
      (select public.fold_text(left(string_agg(concat_ws(' ', r.name, r.address), ' ' order by r.id), 20000))
         from public.message_recipient r where r.workspace_id = m.workspace_id and r.message_id = m.id) as recipients,
      files.*
    from public.message m
    join public.thread t on t.workspace_id = m.workspace_id and t.id = m.thread_id
    left join lateral (
      select left(public.fold_text(left(string_agg(concat_ws(' ', a.name, x.text), ' ' order by a.position), 100000)), 300000) as files,
        bool_or(a.content_id is null) as attached, array_agg(distinct a.kind) filter (where a.kind is not null) as kinds
      from public.attachment a
      join public.stored_file f on f.workspace_id = a.workspace_id and f.id = a.file_id
      left join public.file_text x on x.workspace_id = f.workspace_id and x.hash = f.hash
      where a.workspace_id = m.workspace_id and a.message_id = m.id
    ) files on true
    where m.workspace_id = public.current_workspace() and m.id = any (message_ids)
  )
  insert into public.message_search as s (message_id, workspace_id, thread_id, loose, at, tsv)
  select p.id, p.workspace_id, p.thread_id, p.loose, p.created_at,
    setweight(public.search_words(p.subject), 'A') || setweight(public.search_words(concat_ws(' ', p.sender, p.recipients)), 'B')
      || public.search_words(p.text) || setweight(public.search_words(coalesce(p.files, '')), 'C')
      || array_to_tsvector(
        array(select distinct 'from/' || w from unnest(public.folded_words(p.sender)) w)
        || array(select distinct 'to/' || w from unnest(public.folded_words(p.recipients)) w)
        || array(select distinct 'has/' || k from unnest(p.kinds) k)
        || case when p.attached then array['has/attachment'] else '{}' end
        || array['channel/' || case p.kind when 'note' then 'note' else p.channel end])
  from parts p
  on conflict (message_id) do update
    set thread_id = excluded.thread_id, loose = excluded.loose, at = excluded.at, tsv = excluded.tsv
    where (s.thread_id, s.loose, s.at, s.tsv) is distinct from (excluded.thread_id, excluded.loose, excluded.at, excluded.tsv);
end $$;

-- At the end of the transaction, when its people and its files are there, too.
create function index_message() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if current_setting('app.search_deferred', true) = '1' then return null; end if;
  perform public.refresh_message_search(array[new.id]);
  return null;
end $$;
create constraint trigger search_inserted after insert on message deferrable initially deferred
  for each row execute function index_message();
create constraint trigger search_updated after update on message deferrable initially deferred for each row
  when ((new.subject, new.text, new.from_name, new.from_address, new.thread_id, new.mailbox_id, new.created_at)
    is distinct from (old.subject, old.text, old.from_name, old.from_address, old.thread_id, old.mailbox_id, old.created_at))
  execute function index_message();

-- A draft gains and loses people and files. Those of a new message are waited for, and cost nothing here.
create function index_message_parts() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare changed uuid[];
begin
  if current_setting('app.search_deferred', true) = '1' then return null; end if;
  select array_agg(distinct n.message_id) into changed
  from rows n join public.message_search s on s.message_id = n.message_id;
  if changed is not null then perform public.refresh_message_search(changed); end if;
  return null;
end $$;
create trigger search_inserted after insert on message_recipient referencing new table as rows
  for each statement execute function index_message_parts();
create trigger search_deleted after delete on message_recipient referencing old table as rows
  for each statement execute function index_message_parts();
create trigger search_inserted after insert on attachment referencing new table as rows
  for each statement execute function index_message_parts();
create trigger search_deleted after delete on attachment referencing old table as rows
  for each statement execute function index_message_parts();

create function index_file_text() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare changed uuid[];
begin
  select array_agg(distinct a.message_id) into changed
  from rows n
  join public.stored_file f on f.workspace_id = n.workspace_id and f.hash = n.hash
  join public.attachment a on a.workspace_id = f.workspace_id and a.file_id = f.id;
  if changed is not null then perform public.refresh_message_search(changed); end if;
  return null;
end $$;
create trigger search_inserted after insert on file_text referencing new table as rows
  for each statement execute function index_file_text();
create trigger search_updated after update on file_text referencing new table as rows
  for each statement execute function index_file_text();

-- What was asked, as the index is asked: of each term its operator (or ''), how it is meant (word, phrase, prefix) and its
-- words. With `part` only where it stands: A subject, B people, C attachments, D text. Null: nothing to look for.
create function message_query(operators text[], meanings text[], texts text[], part text default '') returns tsquery
  language plpgsql immutable parallel safe set search_path = pg_catalog, public as $$
declare
  terms text[] := '{}';
  words text[];
begin
  for n in 1 .. cardinality(texts) loop
    words := public.folded_words(public.fold_text(texts[n]));
    if cardinality(words) = 0 then continue; end if;
    terms := terms || case
      when operators[n] in ('channel', 'has') then format('''%s/%s''', operators[n], array_to_string(words, '_'))
      when operators[n] in ('from', 'to') then
        (select string_agg(format('''%s/%s'':*', operators[n], w), ' & ') from unnest(words) w)
      else '(' || (select string_agg(format('''%s'':%s%s', w,
          case when meanings[n] = 'prefix' and place = cardinality(words) then '*' else '' end,
          case when part = '' then 'ABCD' else part end), ' <-> ' order by place)
        from unnest(words) with ordinality t(w, place)) || ')'
    end;
  end loop;
  return nullif(array_to_string(terms, ' & '), '')::tsquery;
end $$;

-- Whether one sees a message: of the mailboxes one works with (null: of all there are) one of its copies; what never went
-- through a mailbox with its conversation, and where that has none, too, only who sees `everything`.
create function sees_message(s message_search, mailboxes uuid[], everything boolean) returns boolean language sql stable
  return mailboxes is null or case when s.loose
    then exists (select from public.thread_mailbox x
        where x.workspace_id = s.workspace_id and x.thread_id = s.thread_id and x.mailbox_id = any (mailboxes))
      or (everything and not exists (select from public.thread_mailbox x
        where x.workspace_id = s.workspace_id and x.thread_id = s.thread_id))
    else exists (select from public.message_copy k
      where k.workspace_id = s.workspace_id and k.message_id = s.message_id and k.mailbox_id = any (mailboxes)) end;

-- The newest messages that match and that one sees, at most so many, with what they are ordered by: how well they match
-- and how new they are, a subject outweighing about a year. What stands in many is found by walking from the newest, what
-- stands in few by the index; the five hundred newest tell which it is.
drop function search_messages(text, integer, uuid[]);
create function search_messages(words tsquery, since timestamptz, until timestamptz, mailboxes uuid[], everything boolean, most integer)
  returns table (message_id uuid, score float8) language plpgsql stable rows 1000 security definer
  set search_path = pg_catalog, public set plan_cache_mode = force_custom_plan as $$
declare
  workspace uuid := public.current_workspace();
  lower_bound timestamptz := coalesce(since, '-infinity');
  upper_bound timestamptz := coalesce(until, 'infinity');
  found uuid[] := '{}';
  usual boolean;
begin
  select words is null or count(*) >= 16 into usual from (
    select s.tsv from public.message_search s
    where s.workspace_id = workspace and s.at >= lower_bound and s.at < upper_bound
    order by s.at desc, s.message_id desc limit 500
  ) s where words is null or s.tsv @@ words;
  if usual then
    found := array(
      select s.message_id from (
        select s as entry, s.message_id, s.tsv from public.message_search s
        where s.workspace_id = workspace and s.at >= lower_bound and s.at < upper_bound
        order by s.at desc, s.message_id desc limit 40000
      ) s where (words is null or s.tsv @@ words) and public.sees_message(s.entry, mailboxes, everything) limit most);
  end if;
  if cardinality(found) < most then
    found := array(
      with hits as materialized (
        select s.message_id, s.at from public.message_search s
        where s.workspace_id = workspace and (words is null or s.tsv @@ words) and s.at >= lower_bound and s.at < upper_bound
      )
      select h.message_id from (select * from hits order by at desc, message_id desc offset 0) h
      where mailboxes is null or exists (
        select from public.message_search s
        where s.message_id = h.message_id and public.sees_message(s, mailboxes, everything))
      limit most);
  end if;
  return query
    select s.message_id, ln(coalesce(ts_rank(s.tsv, words), 0) + 0.01) + extract(epoch from s.at)::float8 / (180 * 86400)
    from public.message_search s where s.workspace_id = workspace and s.message_id = any (found);
end $$;

-- Words like the ones asked for that stand in the newest messages one sees, and in how many; and those themselves.
create function similar_message_words(asked text[], mailboxes uuid[], everything boolean)
  returns table (asked_word text, word text, messages integer) language plpgsql stable rows 10 security definer
  set search_path = pg_catalog, public set plan_cache_mode = force_custom_plan as $$
declare workspace uuid := public.current_workspace();
begin
  return query
    with known as materialized (
      select w, count(*)::integer as messages from (
        select s.tsv from public.message_search s
        where s.workspace_id = workspace and public.sees_message(s, mailboxes, everything)
        order by s.at desc, s.message_id desc limit 5000
      ) s cross join unnest(tsvector_to_array(s.tsv)) w
      where length(w) between 3 and 40 and strpos(w, '/') = 0 group by w
    )
    select a, k.w, k.messages from unnest(asked) a cross join lateral (
      select known.w, known.messages from known
      where abs(length(known.w) - length(a)) <= 2 and public.similarity(known.w, a) >= 0.25
      order by public.similarity(known.w, a) desc, known.messages desc, known.w limit 10
    ) k;
end $$;

-- Everything there is so far.
alter table workspace no force row level security;
do $$
declare workspace uuid;
begin
  for workspace in select id from workspace loop
    perform set_config('app.workspace_id', workspace::text, true);
    perform refresh_message_search(array(select id from message));
  end loop;
  perform set_config('app.workspace_id', '', true);
end $$;
alter table workspace force row level security;

drop index message_words;

alter function refresh_message_search(uuid[]) owner to rapport_definer;
alter function index_message() owner to rapport_definer;
alter function index_message_parts() owner to rapport_definer;
alter function index_file_text() owner to rapport_definer;
alter function search_messages(tsquery, timestamptz, timestamptz, uuid[], boolean, integer) owner to rapport_definer;
alter function similar_message_words(text[], uuid[], boolean) owner to rapport_definer;
revoke execute on function refresh_message_search(uuid[]) from public;
revoke execute on function search_messages(tsquery, timestamptz, timestamptz, uuid[], boolean, integer) from public;
revoke execute on function similar_message_words(text[], uuid[], boolean) from public;
grant execute on function refresh_message_search(uuid[]) to rapport_app;
grant execute on function search_messages(tsquery, timestamptz, timestamptz, uuid[], boolean, integer) to rapport_app;
grant execute on function similar_message_words(text[], uuid[], boolean) to rapport_app;
revoke create on schema public from rapport_definer;
do $$
begin
  if not (select rolsuper from pg_roles where rolname = current_user) then revoke rapport_definer from current_user; end if;
exception when insufficient_privilege then null; -- an administrator granted the role, and only they may take it back
end $$;
