-- The keys of the list by `case`: PostgreSQL does not count `coalesce` among the expressions that leak nothing, so behind
-- a policy it would read such an index from its beginning instead of from the cursor.
drop index creator_by_followers, creator_by_engagement, creator_by_activity, creator_by_stage, creator_by_country, creator_by_owner;
create index creator_by_followers on creator (workspace_id, (case when followers is null then -1 else followers end), id)
  where archived_at is null and root_id = id;
create index creator_by_engagement on creator (workspace_id, (case when engagement_rate is null then -1 else engagement_rate end), id)
  where archived_at is null and root_id = id;
create index creator_by_activity on creator (workspace_id, (case when last_activity_at is null then '-infinity' else last_activity_at end), id)
  where archived_at is null and root_id = id;
create index creator_by_contact on creator (workspace_id, (case when last_contacted_at is null then '-infinity' else last_contacted_at end), id)
  where archived_at is null and root_id = id;
create index creator_by_stage on creator (workspace_id, stage, (case when followers is null then -1 else followers end), id)
  where archived_at is null and root_id = id;
create index creator_by_country on creator (workspace_id, country, (case when followers is null then -1 else followers end), id)
  where archived_at is null and root_id = id;
create index creator_by_owner on creator (workspace_id, owner_id, (case when followers is null then -1 else followers end), id)
  where archived_at is null and root_id = id;
