-- A creator's timeline runs by when things happened.
DROP INDEX "domain_event_workspace_id_creator_id_id_idx";
CREATE INDEX "domain_event_workspace_id_creator_id_occurred_at_id_idx" ON "domain_event"("workspace_id", "creator_id", "occurred_at", "id");
CREATE INDEX "domain_event_workspace_id_occurred_at_id_idx" ON "domain_event"("workspace_id", "occurred_at", "id");
