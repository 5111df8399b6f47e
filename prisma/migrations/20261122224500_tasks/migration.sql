-- CreateTable
CREATE TABLE "task" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "assignee_id" UUID,
    "author_id" UUID,
    "state" TEXT NOT NULL DEFAULT 'open',
    "priority" TEXT NOT NULL DEFAULT 'normal',
    "due_on" DATE,
    "due_time" TEXT,
    "due_zone" TEXT,
    "due_at" TIMESTAMPTZ(6),
    "snoozed_until" TIMESTAMPTZ(6),
    "recurrence" JSONB,
    "previous_id" UUID,
    "subject_type" TEXT,
    "subject_id" UUID,
    "creator_id" UUID,
    "source" TEXT NOT NULL,
    "source_key" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(6),
    "finished_at" TIMESTAMPTZ(6),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "task_workspace_id_subject_type_subject_id_idx" ON "task"("workspace_id", "subject_type", "subject_id");

-- CreateIndex
CREATE INDEX "task_workspace_id_creator_id_idx" ON "task"("workspace_id", "creator_id");

-- CreateIndex
CREATE UNIQUE INDEX "task_workspace_id_id_key" ON "task"("workspace_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "task_workspace_id_source_source_key_key" ON "task"("workspace_id", "source", "source_key");

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_workspace_id_assignee_id_fkey" FOREIGN KEY ("workspace_id", "assignee_id") REFERENCES "membership"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_workspace_id_author_id_fkey" FOREIGN KEY ("workspace_id", "author_id") REFERENCES "membership"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_workspace_id_creator_id_fkey" FOREIGN KEY ("workspace_id", "creator_id") REFERENCES "creator"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_workspace_id_previous_id_fkey" FOREIGN KEY ("workspace_id", "previous_id") REFERENCES "task"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot see -------------------------------------------------------------------------------------------

call protect_tenant_table('task');
grant select, insert, update, delete on task to rapport_app;

insert into state_transition (noun, from_state, to_state) values
  ('task', '', 'open'),
  ('task', 'open', 'doing'), ('task', 'open', 'done'), ('task', 'open', 'cancelled'),
  ('task', 'doing', 'done'), ('task', 'doing', 'open'), ('task', 'doing', 'cancelled'),
  ('task', 'done', 'open');
create trigger transition before insert or update of state on task
  for each row execute function refuse_undrawn_transition('task');

alter table task
  add constraint task_title check (length(title) between 1 and 300),
  add constraint task_priority check (priority in ('low', 'normal', 'high', 'urgent')),
  add constraint task_due check (num_nulls(due_on, due_zone, due_at) in (0, 3)),
  add constraint task_due_time check (due_time is null or due_on is not null and due_time ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  add constraint task_recurrence check (recurrence is null or due_on is not null),
  add constraint task_subject check (num_nulls(subject_type, subject_id) in (0, 2)),
  add constraint task_finished check ((finished_at is not null) = (state in ('done', 'cancelled')));

-- One task follows another of a series, however often that one is done; a following one that was cancelled makes room.
create unique index task_follows on task (workspace_id, previous_id) where state <> 'cancelled';

-- What there is to do, by when, of one person and of all; no date comes last. And what was finished, newest first.
create index task_of_person on task (workspace_id, assignee_id, (coalesce(due_at, 'infinity')), id) where state in ('open', 'doing');
create index task_open on task (workspace_id, (coalesce(due_at, 'infinity')), id) where state in ('open', 'doing');
create index task_finished_at on task (workspace_id, finished_at, id) where finished_at is not null;
create index task_words on task using gin (workspace_id uuid_ops, (public.text_words(title || ' ' || note)));

do $$
declare needed text := case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end;
begin
  if not pg_has_role(current_user, 'rapport_definer', needed) then execute format('grant rapport_definer to %I', current_user); end if;
end $$;
grant create on schema public to rapport_definer;

-- Tasks in which all words stand, by the words' beginnings; what is to be done before what is finished, the newest first.
create function search_tasks(query text, max_rows integer) returns table (task_id uuid) language plpgsql stable
  rows 50 security definer set search_path = pg_catalog, public set plan_cache_mode = force_custom_plan as $$
declare
  workspace uuid := public.current_workspace();
  words tsquery := (public.search_terms(query)).words;
begin
  return query
    select t.id from (
      select k.id, k.finished_at from public.task k
      where k.workspace_id = workspace and public.text_words(k.title || ' ' || k.note) @@ words limit 2000
    ) t order by t.finished_at is not null, t.id desc limit max_rows;
end $$;
create policy definer on task for select to rapport_definer using (true);
grant select on task to rapport_definer;
alter function search_tasks(text, integer) owner to rapport_definer;
revoke execute on function search_tasks(text, integer) from public;
grant execute on function search_tasks(text, integer) to rapport_app;

revoke create on schema public from rapport_definer;
do $$
begin
  if not (select rolsuper from pg_roles where rolname = current_user) then revoke rapport_definer from current_user; end if;
exception when insufficient_privilege then null; -- an administrator granted the role, and only they may take it back
end $$;
