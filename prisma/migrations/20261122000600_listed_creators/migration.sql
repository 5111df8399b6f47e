-- Whom lists show, as a column: of `root_id = id` the planner knows nothing, takes one row for the answer, and reads and
-- sorts everybody where an index would have given the first page.
alter table creator add column listed boolean generated always as (root_id = id and archived_at is null) stored;

drop index creator_by_name, creator_by_followers, creator_by_engagement, creator_by_activity, creator_by_contact,
  creator_by_created, creator_by_stage, creator_by_country, creator_by_owner;
create index creator_by_name on creator (workspace_id, sort_name collate "C", id) where listed;
create index creator_by_followers on creator (workspace_id, (case when followers is null then -1 else followers end), id) where listed;
create index creator_by_engagement on creator (workspace_id, (case when engagement_rate is null then -1 else engagement_rate end), id) where listed;
create index creator_by_activity on creator (workspace_id, (case when last_activity_at is null then '-infinity' else last_activity_at end), id) where listed;
create index creator_by_contact on creator (workspace_id, (case when last_contacted_at is null then '-infinity' else last_contacted_at end), id) where listed;
create index creator_by_created on creator (workspace_id, created_at, id) where listed;
create index creator_by_stage on creator (workspace_id, stage, (case when followers is null then -1 else followers end), id) where listed;
create index creator_by_country on creator (workspace_id, country, (case when followers is null then -1 else followers end), id) where listed;
create index creator_by_owner on creator (workspace_id, owner_id, (case when followers is null then -1 else followers end), id) where listed;
-- The few that were merged into another: their tags, handles and mails count for that one.
create index creator_merged on creator (workspace_id, id) include (root_id) where root_id <> id;

-- A new workspace is unknown to the statistics until the next analysis: take it after two, not ten in a hundred changes.
do $$
declare name regclass;
begin
  foreach name in array array['creator', 'handle', 'handle_metric', 'email_address', 'creator_tag', 'note',
    'creator_search', 'domain_event', 'event_payload', 'event_pending', 'effect', 'import_row', 'message']::regclass[]
  loop
    execute format('alter table %s set (autovacuum_analyze_scale_factor = 0.02, autovacuum_analyze_threshold = 500)', name);
  end loop;
end $$;
