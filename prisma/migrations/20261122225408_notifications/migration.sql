-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "event_id" UUID NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "creator_id" UUID,
    "title" TEXT NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',
    "in_app" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "read_at" TIMESTAMPTZ(6),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_delivery" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "notification_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(6) NOT NULL,
    "released_at" TIMESTAMPTZ(6),
    "outcome" TEXT,

    CONSTRAINT "notification_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_preference" (
    "workspace_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "in_app" BOOLEAN NOT NULL,
    "email" TEXT NOT NULL,
    "slack" BOOLEAN NOT NULL,
    "push" BOOLEAN NOT NULL,

    CONSTRAINT "notification_preference_pkey" PRIMARY KEY ("workspace_id","membership_id","kind")
);

-- CreateTable
CREATE TABLE "notification_times" (
    "workspace_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "time_zone" TEXT NOT NULL,
    "quiet_from" TEXT,
    "quiet_until" TEXT,
    "digest_at" TEXT NOT NULL,
    "digest_day" INTEGER NOT NULL,

    CONSTRAINT "notification_times_pkey" PRIMARY KEY ("workspace_id","membership_id")
);

-- CreateTable
CREATE TABLE "push_subscription" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "endpoint" TEXT NOT NULL,
    "p256dh" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "push_subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slack_connection" (
    "workspace_id" UUID NOT NULL,
    "webhook" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "connected_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "slack_connection_pkey" PRIMARY KEY ("workspace_id")
);

-- CreateIndex
CREATE INDEX "notification_workspace_id_membership_id_created_at_id_idx" ON "notification"("workspace_id", "membership_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "notification_workspace_id_id_key" ON "notification"("workspace_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "notification_workspace_id_membership_id_about_key" ON "notification"("workspace_id", "membership_id", "about");

-- CreateIndex
CREATE UNIQUE INDEX "notification_delivery_workspace_id_id_key" ON "notification_delivery"("workspace_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "notification_delivery_workspace_id_notification_id_channel_key" ON "notification_delivery"("workspace_id", "notification_id", "channel");

-- CreateIndex
CREATE UNIQUE INDEX "push_subscription_workspace_id_id_key" ON "push_subscription"("workspace_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "push_subscription_workspace_id_endpoint_key" ON "push_subscription"("workspace_id", "endpoint");

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_workspace_id_membership_id_fkey" FOREIGN KEY ("workspace_id", "membership_id") REFERENCES "membership"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_delivery" ADD CONSTRAINT "notification_delivery_workspace_id_notification_id_fkey" FOREIGN KEY ("workspace_id", "notification_id") REFERENCES "notification"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_preference" ADD CONSTRAINT "notification_preference_workspace_id_membership_id_fkey" FOREIGN KEY ("workspace_id", "membership_id") REFERENCES "membership"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_times" ADD CONSTRAINT "notification_times_workspace_id_membership_id_fkey" FOREIGN KEY ("workspace_id", "membership_id") REFERENCES "membership"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "push_subscription" ADD CONSTRAINT "push_subscription_workspace_id_membership_id_fkey" FOREIGN KEY ("workspace_id", "membership_id") REFERENCES "membership"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

call protect_tenant_table('notification');
call protect_tenant_table('notification_delivery');
call protect_tenant_table('notification_preference');
call protect_tenant_table('notification_times');
call protect_tenant_table('push_subscription');
call protect_tenant_table('slack_connection');

grant select, insert, update, delete on
  notification, notification_delivery, notification_preference, notification_times, push_subscription, slack_connection
to rapport_app;

alter table notification_delivery
  add constraint notification_delivery_channel check (channel in ('email', 'slack', 'push')),
  add constraint notification_delivery_outcome check (outcome in ('sent', 'failed', 'unknown', 'needless'));
alter table notification_preference
  add constraint notification_preference_email check (email in ('immediately', 'daily', 'weekly', 'off'));
alter table notification_times
  add constraint notification_times_clock check (
    quiet_from ~ '^([01]\d|2[0-3]):[0-5]\d$' and quiet_until ~ '^([01]\d|2[0-3]):[0-5]\d$'
    and digest_at ~ '^([01]\d|2[0-3]):[0-5]\d$' and digest_day between 1 and 7
    and (quiet_from is null) = (quiet_until is null));

-- The bell: what one has not read.
create index notification_unread on notification (workspace_id, membership_id, created_at) where in_app and read_at is null;
-- The worker's scan.
create index notification_delivery_due on notification_delivery (due_at) where released_at is null;

do $$
declare needed text := case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end;
begin
  if not pg_has_role(current_user, 'rapport_definer', needed) then execute format('grant rapport_definer to %I', current_user); end if;
end $$;
grant create on schema public to rapport_definer;

-- Which deliveries are due at an instant, over all workspaces: ids only; the worker then enters each workspace like anyone else.
create function due_notifications(at timestamptz, max_rows integer)
  returns table (workspace_id uuid, id uuid) language sql stable security definer set search_path = pg_catalog, public as $$
  select d.workspace_id, d.id from public.notification_delivery d
  where d.released_at is null and d.due_at <= at order by d.due_at limit max_rows
$$;
create policy definer on notification_delivery for select to rapport_definer using (true);
grant select on notification_delivery to rapport_definer;
alter function due_notifications(timestamptz, integer) owner to rapport_definer;
revoke execute on function due_notifications(timestamptz, integer) from public;
grant execute on function due_notifications(timestamptz, integer) to rapport_app;

revoke create on schema public from rapport_definer;
do $$
begin
  if not (select rolsuper from pg_roles where rolname = current_user) then revoke rapport_definer from current_user; end if;
exception when insufficient_privilege then null; -- an administrator granted the role, and only they may take it back
end $$;
