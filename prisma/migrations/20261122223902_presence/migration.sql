-- CreateTable
CREATE TABLE "presence" (
    "workspace_id" UUID NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "tab_id" UUID NOT NULL,
    "writing" BOOLEAN NOT NULL DEFAULT false,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("workspace_id","subject_type","subject_id","membership_id","tab_id")
);

-- CreateIndex
CREATE INDEX "presence_workspace_id_expires_at_idx" ON "presence"("workspace_id", "expires_at");

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_workspace_id_membership_id_fkey" FOREIGN KEY ("workspace_id", "membership_id") REFERENCES "membership"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Forgotten by a crash of the database, and told again by the next heartbeat: nothing to write ahead for.
alter table presence set unlogged;
call protect_tenant_table('presence');
grant select, insert, update, delete on presence to rapport_app;

-- The migration of the hub made the owner a member of the definers and left it one; a member would see past the policies.
do $$
begin
  if not (select rolsuper from pg_roles where rolname = current_user) then revoke rapport_definer from current_user; end if;
exception when insufficient_privilege then null; -- an administrator granted the role, and only they may take it back
end $$;
