-- DropIndex
DROP INDEX "message_workspace_id_rfc_message_id_key";

-- AlterTable
ALTER TABLE "attachment" ADD COLUMN     "content_id" TEXT,
ADD COLUMN     "kind" TEXT;

-- AlterTable
ALTER TABLE "mailbox" ADD COLUMN     "owner_id" UUID,
ADD COLUMN     "visibility" TEXT NOT NULL DEFAULT 'team';

-- AlterTable
ALTER TABLE "message" ADD COLUMN     "about_id" UUID,
ADD COLUMN     "body_hash" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "facts" JSONB,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'message',
ADD COLUMN     "raw_file_id" UUID,
ADD COLUMN     "references" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "reply_to" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "send_at" TIMESTAMPTZ(6),
ADD COLUMN     "visible_text" TEXT,
ALTER COLUMN "creator_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "thread" ADD COLUMN     "assignee_id" UUID,
ADD COLUMN     "first_incoming_at" TIMESTAMPTZ(6),
ADD COLUMN     "first_response_at" TIMESTAMPTZ(6),
ADD COLUMN     "last_direction" TEXT,
ADD COLUMN     "normalized_subject" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "priority" TEXT NOT NULL DEFAULT 'normal',
ADD COLUMN     "snoozed_until" TIMESTAMPTZ(6),
ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "triage" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "waiting_since" TIMESTAMPTZ(6);

-- AlterTable
ALTER TABLE "thread_creator" ADD COLUMN     "reason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "state" TEXT NOT NULL DEFAULT 'confirmed';

-- CreateTable
CREATE TABLE "mailbox_connection" (
    "mailbox_id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "imap_host" TEXT NOT NULL,
    "imap_port" INTEGER NOT NULL,
    "imap_security" TEXT NOT NULL,
    "smtp_host" TEXT NOT NULL,
    "smtp_port" INTEGER NOT NULL,
    "smtp_security" TEXT NOT NULL,
    "user_name" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'connected',
    "problem" TEXT,
    "history_from" TIMESTAMPTZ(6),
    "history_total" INTEGER NOT NULL DEFAULT 0,
    "history_done" INTEGER NOT NULL DEFAULT 0,
    "synced_at" TIMESTAMPTZ(6),
    "lease_owner" UUID,
    "lease_until" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "mailbox_connection_pkey" PRIMARY KEY ("mailbox_id")
);

-- CreateTable
CREATE TABLE "mailbox_folder" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "mailbox_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "uid_validity" BIGINT NOT NULL,
    "last_uid" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "mailbox_folder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "thread_mailbox" (
    "workspace_id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "mailbox_id" UUID NOT NULL,

    CONSTRAINT "thread_mailbox_pkey" PRIMARY KEY ("workspace_id","thread_id","mailbox_id")
);

-- CreateTable
CREATE TABLE "thread_reference" (
    "workspace_id" UUID NOT NULL,
    "rfc_message_id" TEXT NOT NULL,
    "thread_id" UUID NOT NULL,

    CONSTRAINT "thread_reference_pkey" PRIMARY KEY ("workspace_id","rfc_message_id")
);

-- CreateTable
CREATE TABLE "thread_reader" (
    "workspace_id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "read_at" TIMESTAMPTZ(6),
    "follows" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "thread_reader_pkey" PRIMARY KEY ("workspace_id","thread_id","membership_id")
);

-- CreateTable
CREATE TABLE "ignored_sender" (
    "workspace_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ignored_sender_pkey" PRIMARY KEY ("workspace_id","address")
);

-- CreateTable
CREATE TABLE "inbox_view" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "filter" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(6),

    CONSTRAINT "inbox_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "template" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "owner_id" UUID,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "html" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(6),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_copy" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "mailbox_id" UUID NOT NULL,
    "folder_id" UUID,
    "uid_validity" BIGINT,
    "uid" BIGINT,
    "received_at" TIMESTAMPTZ(6) NOT NULL,
    "gone_at" TIMESTAMPTZ(6),

    CONSTRAINT "message_copy_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "mailbox_connection_workspace_id_mailbox_id_key" ON "mailbox_connection"("workspace_id", "mailbox_id");

-- CreateIndex
CREATE UNIQUE INDEX "mailbox_folder_workspace_id_id_key" ON "mailbox_folder"("workspace_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "mailbox_folder_workspace_id_mailbox_id_path_key" ON "mailbox_folder"("workspace_id", "mailbox_id", "path");

-- CreateIndex
CREATE INDEX "thread_mailbox_workspace_id_mailbox_id_idx" ON "thread_mailbox"("workspace_id", "mailbox_id");

-- CreateIndex
CREATE INDEX "thread_reference_workspace_id_thread_id_idx" ON "thread_reference"("workspace_id", "thread_id");

-- CreateIndex
CREATE INDEX "thread_reader_workspace_id_membership_id_idx" ON "thread_reader"("workspace_id", "membership_id");

-- CreateIndex
CREATE INDEX "inbox_view_workspace_id_owner_id_idx" ON "inbox_view"("workspace_id", "owner_id");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_view_workspace_id_id_key" ON "inbox_view"("workspace_id", "id");

-- CreateIndex
CREATE INDEX "template_workspace_id_kind_idx" ON "template"("workspace_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "template_workspace_id_id_key" ON "template"("workspace_id", "id");

-- CreateIndex
CREATE INDEX "message_copy_workspace_id_message_id_mailbox_id_idx" ON "message_copy"("workspace_id", "message_id", "mailbox_id");

-- CreateIndex
CREATE INDEX "message_copy_workspace_id_mailbox_id_idx" ON "message_copy"("workspace_id", "mailbox_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_copy_workspace_id_id_key" ON "message_copy"("workspace_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "message_copy_workspace_id_folder_id_uid_validity_uid_key" ON "message_copy"("workspace_id", "folder_id", "uid_validity", "uid");

-- CreateIndex
CREATE INDEX "message_workspace_id_about_id_idx" ON "message"("workspace_id", "about_id");

-- CreateIndex
CREATE INDEX "message_workspace_id_raw_file_id_idx" ON "message"("workspace_id", "raw_file_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_workspace_id_rfc_message_id_from_address_body_hash_key" ON "message"("workspace_id", "rfc_message_id", "from_address", "body_hash");

-- CreateIndex
CREATE INDEX "thread_workspace_id_state_last_message_at_id_idx" ON "thread"("workspace_id", "state", "last_message_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "thread_workspace_id_assignee_id_state_last_message_at_idx" ON "thread"("workspace_id", "assignee_id", "state", "last_message_at" DESC);

-- CreateIndex
CREATE INDEX "thread_workspace_id_normalized_subject_last_message_at_idx" ON "thread"("workspace_id", "normalized_subject", "last_message_at");

-- AddForeignKey
ALTER TABLE "mailbox" ADD CONSTRAINT "mailbox_workspace_id_owner_id_fkey" FOREIGN KEY ("workspace_id", "owner_id") REFERENCES "membership"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mailbox_connection" ADD CONSTRAINT "mailbox_connection_workspace_id_mailbox_id_fkey" FOREIGN KEY ("workspace_id", "mailbox_id") REFERENCES "mailbox"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mailbox_folder" ADD CONSTRAINT "mailbox_folder_workspace_id_mailbox_id_fkey" FOREIGN KEY ("workspace_id", "mailbox_id") REFERENCES "mailbox"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_workspace_id_assignee_id_fkey" FOREIGN KEY ("workspace_id", "assignee_id") REFERENCES "membership"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_mailbox" ADD CONSTRAINT "thread_mailbox_workspace_id_thread_id_fkey" FOREIGN KEY ("workspace_id", "thread_id") REFERENCES "thread"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_mailbox" ADD CONSTRAINT "thread_mailbox_workspace_id_mailbox_id_fkey" FOREIGN KEY ("workspace_id", "mailbox_id") REFERENCES "mailbox"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_reference" ADD CONSTRAINT "thread_reference_workspace_id_thread_id_fkey" FOREIGN KEY ("workspace_id", "thread_id") REFERENCES "thread"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_reader" ADD CONSTRAINT "thread_reader_workspace_id_thread_id_fkey" FOREIGN KEY ("workspace_id", "thread_id") REFERENCES "thread"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_reader" ADD CONSTRAINT "thread_reader_workspace_id_membership_id_fkey" FOREIGN KEY ("workspace_id", "membership_id") REFERENCES "membership"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbox_view" ADD CONSTRAINT "inbox_view_workspace_id_owner_id_fkey" FOREIGN KEY ("workspace_id", "owner_id") REFERENCES "membership"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "template" ADD CONSTRAINT "template_workspace_id_owner_id_fkey" FOREIGN KEY ("workspace_id", "owner_id") REFERENCES "membership"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_workspace_id_raw_file_id_fkey" FOREIGN KEY ("workspace_id", "raw_file_id") REFERENCES "stored_file"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_workspace_id_about_id_fkey" FOREIGN KEY ("workspace_id", "about_id") REFERENCES "message"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_copy" ADD CONSTRAINT "message_copy_workspace_id_message_id_fkey" FOREIGN KEY ("workspace_id", "message_id") REFERENCES "message"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_copy" ADD CONSTRAINT "message_copy_workspace_id_mailbox_id_fkey" FOREIGN KEY ("workspace_id", "mailbox_id") REFERENCES "mailbox"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_copy" ADD CONSTRAINT "message_copy_workspace_id_folder_id_fkey" FOREIGN KEY ("workspace_id", "folder_id") REFERENCES "mailbox_folder"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

call protect_tenant_table('mailbox_connection');
call protect_tenant_table('mailbox_folder');
call protect_tenant_table('message_copy');
call protect_tenant_table('thread_mailbox');
call protect_tenant_table('thread_reference');
call protect_tenant_table('thread_reader');
call protect_tenant_table('ignored_sender');
call protect_tenant_table('inbox_view');
call protect_tenant_table('template');

grant select, insert, update, delete on
  mailbox_connection, mailbox_folder, message_copy, thread_mailbox, thread_reference, thread_reader, ignored_sender,
  inbox_view, template
to rapport_app;

-- A note inside a thread is written once and never sent; a draft may be thrown away, and what is not sent yet taken back.
insert into state_transition (noun, from_state, to_state) values
  ('message', '', 'noted'), ('message', 'draft', 'cancelled');

alter table mailbox
  add constraint mailbox_kind check (kind in ('shared', 'personal')),
  add constraint mailbox_visibility check (visibility in ('team', 'owner')),
  add constraint mailbox_owner check ((kind = 'personal') = (owner_id is not null)),
  add constraint mailbox_shared_visibility check (kind = 'personal' or visibility = 'team');
alter table mailbox_connection
  add constraint mailbox_connection_state check (state in ('connected', 'paused', 'failed')),
  add constraint mailbox_connection_auth check (auth in ('password', 'google', 'microsoft')),
  add constraint mailbox_connection_security check (
    imap_security in ('tls', 'starttls', 'none') and smtp_security in ('tls', 'starttls', 'none'));
alter table thread
  add constraint thread_priority check (priority in ('low', 'normal', 'high', 'urgent')),
  add constraint thread_direction check (last_direction in ('incoming', 'outgoing')),
  add constraint thread_snooze check (state = 'snoozed' or snoozed_until is null);
alter table thread_creator
  add constraint thread_creator_state check (state in ('confirmed', 'proposed', 'refused'));
alter table message
  add constraint message_direction check (direction in ('outgoing', 'incoming', 'internal')),
  add constraint message_kind check (kind in (
    'message', 'reply', 'auto_reply', 'bounce', 'delivery_report', 'complaint', 'unsubscribe', 'calendar', 'list', 'note'));
alter table template add constraint template_kind check (kind in ('message', 'snippet'));

-- Which conversations wait for a person to say whom they are about.
create index thread_triage on thread (workspace_id, last_message_at desc) where triage and state <> 'done';
-- What wakes, and what leaves, by itself.
create index thread_snoozed on thread (snoozed_until) where state = 'snoozed' and snoozed_until is not null;
create index message_send_at on message (send_at) where state = 'queued' and send_at is not null;

-- What came in stays as it came; whose it is, a person may put right.
create or replace function refuse_frozen_message() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and (
    (new.subject, new.html, new.text, new.visible_text, new.rfc_message_id, new.body_hash, new.from_name, new.from_address,
      new."references", new.reply_to, new.raw_file_id)
    is distinct from
    (old.subject, old.html, old.text, old.visible_text, old.rfc_message_id, old.body_hash, old.from_name, old.from_address,
      old."references", old.reply_to, old.raw_file_id)
    or (old.direction = 'outgoing' and (new.thread_id, new.creator_id) is distinct from (old.thread_id, old.creator_id))
    or (old.handed_over_at is not null and new.handed_over_at is distinct from old.handed_over_at)
  ) and not (old.state = 'queued' and new.state = 'draft') then
    raise exception 'message % is frozen since it was queued', old.id using errcode = 'check_violation', constraint = 'message_frozen';
  end if;
  return new;
end $$;

-- What was pushed here, or is our own, lies in a mailbox once.
create unique index message_copy_pushed on message_copy (workspace_id, message_id, mailbox_id) where folder_id is null;

-- Every message that went through a mailbox so far lies in it.
alter table message_copy no force row level security;
alter table thread_mailbox no force row level security;
alter table message no force row level security;
insert into message_copy (id, workspace_id, message_id, mailbox_id, received_at)
  select gen_random_uuid(), workspace_id, id, mailbox_id, created_at from message where mailbox_id is not null;
insert into thread_mailbox (workspace_id, thread_id, mailbox_id)
  select distinct workspace_id, thread_id, mailbox_id from message where mailbox_id is not null;
alter table thread_mailbox force row level security;
alter table message_copy force row level security;
alter table message force row level security;

-- Messages in which all words stand, the newest of the first 2,000; only of these mailboxes (null: of all).
drop function search_messages(text, integer, uuid[]);
create function search_messages(query text, max_rows integer, mailboxes uuid[]) returns table (message_id uuid)
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
        and (mailboxes is null or exists (
          select from public.message_copy k
          where k.workspace_id = workspace and k.message_id = t.id and k.mailbox_id = any (mailboxes)))
      limit 2000
    ) m order by m.id desc limit max_rows;
end $$;
create policy definer on message_copy for select to rapport_definer using (true);
grant select on message_copy to rapport_definer;
do $$
declare needed text := case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end;
begin
  if not pg_has_role(current_user, 'rapport_definer', needed) then execute format('grant rapport_definer to %I', current_user); end if;
end $$;
grant create on schema public to rapport_definer;
alter function search_messages(text, integer, uuid[]) owner to rapport_definer;
revoke execute on function search_messages(text, integer, uuid[]) from public;
grant execute on function search_messages(text, integer, uuid[]) to rapport_app;
revoke create on schema public from rapport_definer;
