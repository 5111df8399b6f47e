-- CreateTable
CREATE TABLE "creator" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "root_id" UUID NOT NULL,
    "display_name" TEXT NOT NULL,
    "folded_name" TEXT NOT NULL,
    "sort_name" TEXT NOT NULL,
    "given_name" TEXT,
    "family_name" TEXT,
    "greeting" TEXT,
    "formality" TEXT,
    "legal_name" TEXT,
    "company_name" TEXT,
    "pronouns" TEXT,
    "time_zone" TEXT,
    "languages" TEXT[],
    "country" TEXT,
    "city" TEXT,
    "birthday" DATE,
    "stage" TEXT NOT NULL DEFAULT 'prospect',
    "owner_id" UUID,
    "do_not_contact" BOOLEAN NOT NULL DEFAULT false,
    "do_not_contact_reason" TEXT,
    "is_minor" BOOLEAN NOT NULL DEFAULT false,
    "guardian_id" UUID,
    "shipping_address" JSONB,
    "sizes" JSONB,
    "billing_entity" TEXT,
    "billing_address" JSONB,
    "vat_id" TEXT,
    "vendor_number" TEXT,
    "source" TEXT NOT NULL,
    "source_note" TEXT,
    "legal_basis" TEXT NOT NULL DEFAULT 'unknown',
    "custom" JSONB NOT NULL DEFAULT '{}',
    "followers" BIGINT,
    "followers_as_of" TIMESTAMPTZ(6),
    "engagement_rate" DOUBLE PRECISION,
    "primary_platform" TEXT,
    "primary_handle" TEXT,
    "primary_email" TEXT,
    "last_activity_at" TIMESTAMPTZ(6),
    "last_contacted_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(6),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "creator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handle" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "creator_id" UUID NOT NULL,
    "platform" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "normalized_name" TEXT NOT NULL,
    "url" TEXT,
    "platform_account_id" TEXT,
    "is_primary" BOOLEAN NOT NULL DEFAULT false,
    "followers" BIGINT,
    "followers_as_of" TIMESTAMPTZ(6),
    "engagement_rate" DOUBLE PRECISION,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(6),

    CONSTRAINT "handle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handle_name" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "handle_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "normalized_name" TEXT NOT NULL,
    "replaced_at" TIMESTAMPTZ(6) NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "handle_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handle_metric" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "handle_id" UUID NOT NULL,
    "metric" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "as_of" TIMESTAMPTZ(6) NOT NULL,
    "source" TEXT NOT NULL,
    "import_id" UUID,

    CONSTRAINT "handle_metric_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audience_snapshot" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "handle_id" UUID NOT NULL,
    "as_of" TIMESTAMPTZ(6) NOT NULL,
    "source" TEXT NOT NULL,
    "countries" JSONB,
    "ages" JSONB,
    "genders" JSONB,
    "languages" JSONB,
    "authenticity" DOUBLE PRECISION,

    CONSTRAINT "audience_snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "email_address" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "creator_id" UUID,
    "contact_id" UUID,
    "address" TEXT NOT NULL,
    "normalized" TEXT NOT NULL,
    "label" TEXT,
    "is_primary" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT NOT NULL,
    "legal_basis" TEXT NOT NULL DEFAULT 'unknown',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(6),

    CONSTRAINT "email_address_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "phone_number" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "creator_id" UUID,
    "contact_id" UUID,
    "number" TEXT NOT NULL,
    "label" TEXT,
    "is_primary" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(6),

    CONSTRAINT "phone_number_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agency" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "website" TEXT,
    "note" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(6),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "agency_id" UUID,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'other',
    "note" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(6),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "creator_contact" (
    "workspace_id" UUID NOT NULL,
    "creator_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'other',
    "topics" TEXT[],
    "routing" TEXT NOT NULL DEFAULT 'none',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "creator_contact_pkey" PRIMARY KEY ("workspace_id","creator_id","contact_id")
);

-- CreateTable
CREATE TABLE "tag" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "creator_tag" (
    "workspace_id" UUID NOT NULL,
    "creator_id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,

    CONSTRAINT "creator_tag_pkey" PRIMARY KEY ("workspace_id","creator_id","tag_id")
);

-- CreateTable
CREATE TABLE "custom_field" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "options" TEXT[],
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(6),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "custom_field_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "preference" (
    "creator_id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "formats" TEXT[],
    "topics" TEXT[],
    "brands_to_avoid" TEXT[],
    "products" TEXT[],
    "tone" TEXT,
    "working_hours" JSONB,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "preference_pkey" PRIMARY KEY ("creator_id")
);

-- CreateTable
CREATE TABLE "note" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "creator_id" UUID NOT NULL,
    "author_id" UUID,
    "html" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "pinned" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(6),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "note_version" (
    "workspace_id" UUID NOT NULL,
    "note_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "html" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "edited_by" UUID,
    "written_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "note_version_pkey" PRIMARY KEY ("workspace_id","note_id","version")
);

-- CreateTable
CREATE TABLE "note_mention" (
    "workspace_id" UUID NOT NULL,
    "note_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,

    CONSTRAINT "note_mention_pkey" PRIMARY KEY ("workspace_id","note_id","membership_id")
);

-- CreateTable
CREATE TABLE "quote" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "creator_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "usage" TEXT,
    "amount_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "quoted_on" DATE NOT NULL,
    "said_by" TEXT,
    "note" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(6),

    CONSTRAINT "quote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "creator_merge" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "survivor_id" UUID NOT NULL,
    "moved" JSONB NOT NULL,
    "filled" JSONB NOT NULL DEFAULT '{}',
    "merged_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(6),

    CONSTRAINT "creator_merge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "segment" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "owner_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(6),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "segment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "creator_search" (
    "creator_id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "archived" BOOLEAN NOT NULL DEFAULT false,
    "names" TEXT NOT NULL DEFAULT '',
    "followers" BIGINT NOT NULL DEFAULT 0,
    "tsv" tsvector,

    CONSTRAINT "creator_search_pkey" PRIMARY KEY ("creator_id")
);

-- CreateTable
CREATE TABLE "domain_event" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "creator_id" UUID,
    "actor_type" TEXT NOT NULL,
    "actor_id" UUID,
    "occurred_at" TIMESTAMPTZ(6) NOT NULL,
    "request_id" TEXT NOT NULL,
    "payload_digest" BYTEA NOT NULL,

    CONSTRAINT "domain_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_payload" (
    "event_id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "salt" BYTEA NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "event_payload_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "event_pending" (
    "event_id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,

    CONSTRAINT "event_pending_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "event_seal" (
    "workspace_id" UUID NOT NULL,
    "sequence" BIGINT NOT NULL,
    "event_ids" UUID[],
    "previous_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,
    "sealed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_seal_pkey" PRIMARY KEY ("workspace_id","sequence")
);

-- CreateTable
CREATE TABLE "effect" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "subscriber" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(6) NOT NULL,
    "dispatched_at" TIMESTAMPTZ(6),
    "lease_until" TIMESTAMPTZ(6),
    "claim" UUID,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(6),

    CONSTRAINT "effect_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker_heartbeat" (
    "id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(6) NOT NULL,
    "beat_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "worker_heartbeat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "state_transition" (
    "noun" TEXT NOT NULL,
    "from_state" TEXT NOT NULL,
    "to_state" TEXT NOT NULL,

    CONSTRAINT "state_transition_pkey" PRIMARY KEY ("noun","from_state","to_state")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "import" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'uploaded',
    "file_name" TEXT NOT NULL,
    "file_id" UUID NOT NULL,
    "analysis" JSONB,
    "mapping" JSONB,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "rows_total" INTEGER,
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "expected" JSONB,
    "failure" TEXT,
    "cancel_asked" BOOLEAN NOT NULL DEFAULT false,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(6),
    "finished_at" TIMESTAMPTZ(6),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "workspace_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "row_number" INTEGER NOT NULL,
    "line_number" INTEGER NOT NULL,
    "cells" TEXT[],
    "outcome" TEXT NOT NULL,
    "field" TEXT,
    "reason" TEXT,
    "creator_id" UUID,
    "changes" JSONB,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("workspace_id","import_id","row_number")
);

-- CreateTable
CREATE TABLE "export" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "subject" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "request" JSONB NOT NULL,
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "rows_total" INTEGER,
    "file_id" UUID,
    "failure" TEXT,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(6),

    CONSTRAINT "export_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "time_zone" TEXT,
    "locale" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "revoked_at" TIMESTAMPTZ(6),
    "user_agent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_link" (
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "used_at" TIMESTAMPTZ(6),

    CONSTRAINT "sign_in_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "workspace" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "brand_ids" UUID[],
    "sees_all_brands" BOOLEAN NOT NULL DEFAULT true,
    "sees_money" BOOLEAN NOT NULL DEFAULT true,
    "sees_personal" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(6),

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "brand" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "legal_entity" TEXT,
    "postal_address" TEXT,
    "sender_name" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "reporting_zone" TEXT NOT NULL,
    "competitors" TEXT[],
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(6),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "brand_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "prefix" TEXT NOT NULL,
    "permissions" TEXT[],
    "requests_per_minute" INTEGER NOT NULL DEFAULT 1200,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(6),
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "api_key_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "status" INTEGER,
    "body" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mailbox" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "brand_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'shared',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(6),

    CONSTRAINT "mailbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "thread" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_message_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "thread_creator" (
    "workspace_id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "creator_id" UUID NOT NULL,

    CONSTRAINT "thread_creator_pkey" PRIMARY KEY ("workspace_id","thread_id","creator_id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "creator_id" UUID NOT NULL,
    "mailbox_id" UUID,
    "direction" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "rfc_message_id" TEXT NOT NULL,
    "from_name" TEXT NOT NULL,
    "from_address" TEXT NOT NULL,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "queued_at" TIMESTAMPTZ(6),
    "handed_over_at" TIMESTAMPTZ(6),
    "sent_at" TIMESTAMPTZ(6),
    "failure" TEXT,
    "server_response" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_recipient" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT,
    "address" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "response" TEXT,

    CONSTRAINT "message_recipient_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "creator_workspace_id_root_id_idx" ON "creator"("workspace_id", "root_id");

-- CreateIndex
CREATE INDEX "creator_workspace_id_folded_name_idx" ON "creator"("workspace_id", "folded_name");

-- CreateIndex
CREATE INDEX "creator_workspace_id_owner_id_idx" ON "creator"("workspace_id", "owner_id");

-- CreateIndex
CREATE INDEX "creator_workspace_id_created_at_id_idx" ON "creator"("workspace_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "creator_workspace_id_id_key" ON "creator"("workspace_id", "id");

-- CreateIndex
CREATE INDEX "handle_workspace_id_creator_id_idx" ON "handle"("workspace_id", "creator_id");

-- CreateIndex
CREATE INDEX "handle_workspace_id_platform_normalized_name_idx" ON "handle"("workspace_id", "platform", "normalized_name");

-- CreateIndex
CREATE INDEX "handle_workspace_id_platform_platform_account_id_idx" ON "handle"("workspace_id", "platform", "platform_account_id");

-- CreateIndex
CREATE UNIQUE INDEX "handle_workspace_id_id_key" ON "handle"("workspace_id", "id");

-- CreateIndex
CREATE INDEX "handle_name_workspace_id_handle_id_idx" ON "handle_name"("workspace_id", "handle_id");

-- CreateIndex
CREATE INDEX "handle_name_workspace_id_normalized_name_idx" ON "handle_name"("workspace_id", "normalized_name");

-- CreateIndex
CREATE UNIQUE INDEX "handle_name_workspace_id_id_key" ON "handle_name"("workspace_id", "id");

-- CreateIndex
CREATE INDEX "handle_metric_workspace_id_handle_id_metric_as_of_idx" ON "handle_metric"("workspace_id", "handle_id", "metric", "as_of");

-- CreateIndex
CREATE INDEX "handle_metric_workspace_id_import_id_idx" ON "handle_metric"("workspace_id", "import_id");

-- CreateIndex
CREATE UNIQUE INDEX "handle_metric_workspace_id_id_key" ON "handle_metric"("workspace_id", "id");

-- CreateIndex
CREATE INDEX "audience_snapshot_workspace_id_handle_id_as_of_idx" ON "audience_snapshot"("workspace_id", "handle_id", "as_of");

-- CreateIndex
CREATE UNIQUE INDEX "audience_snapshot_workspace_id_id_key" ON "audience_snapshot"("workspace_id", "id");

-- CreateIndex
CREATE INDEX "email_address_workspace_id_normalized_idx" ON "email_address"("workspace_id", "normalized");

-- CreateIndex
CREATE INDEX "email_address_workspace_id_creator_id_idx" ON "email_address"("workspace_id", "creator_id");

-- CreateIndex
CREATE INDEX "email_address_workspace_id_contact_id_idx" ON "email_address"("workspace_id", "contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "email_address_workspace_id_id_key" ON "email_address"("workspace_id", "id");

-- CreateIndex
CREATE INDEX "phone_number_workspace_id_creator_id_idx" ON "phone_number"("workspace_id", "creator_id");

-- CreateIndex
CREATE INDEX "phone_number_workspace_id_contact_id_idx" ON "phone_number"("workspace_id", "contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "phone_number_workspace_id_id_key" ON "phone_number"("workspace_id", "id");

-- CreateIndex
CREATE INDEX "agency_workspace_id_name_idx" ON "agency"("workspace_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "agency_workspace_id_id_key" ON "agency"("workspace_id", "id");

-- CreateIndex
CREATE INDEX "contact_workspace_id_agency_id_idx" ON "contact"("workspace_id", "agency_id");

-- CreateIndex
CREATE UNIQUE INDEX "contact_workspace_id_id_key" ON "contact"("workspace_id", "id");

-- CreateIndex
CREATE INDEX "creator_contact_workspace_id_contact_id_idx" ON "creator_contact"("workspace_id", "contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "tag_workspace_id_id_key" ON "tag"("workspace_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "tag_workspace_id_name_key" ON "tag"("workspace_id", "name");

-- CreateIndex
CREATE INDEX "creator_tag_workspace_id_tag_id_creator_id_idx" ON "creator_tag"("workspace_id", "tag_id", "creator_id");

-- CreateIndex
CREATE UNIQUE INDEX "custom_field_workspace_id_id_key" ON "custom_field"("workspace_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "custom_field_workspace_id_label_key" ON "custom_field"("workspace_id", "label");

-- CreateIndex
CREATE UNIQUE INDEX "preference_workspace_id_creator_id_key" ON "preference"("workspace_id", "creator_id");

-- CreateIndex
CREATE INDEX "note_workspace_id_creator_id_created_at_idx" ON "note"("workspace_id", "creator_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "note_workspace_id_id_key" ON "note"("workspace_id", "id");

-- CreateIndex
CREATE INDEX "note_mention_workspace_id_membership_id_idx" ON "note_mention"("workspace_id", "membership_id");

-- CreateIndex
CREATE INDEX "quote_workspace_id_creator_id_quoted_on_idx" ON "quote"("workspace_id", "creator_id", "quoted_on");

-- CreateIndex
CREATE UNIQUE INDEX "quote_workspace_id_id_key" ON "quote"("workspace_id", "id");

-- CreateIndex
CREATE INDEX "creator_merge_workspace_id_survivor_id_idx" ON "creator_merge"("workspace_id", "survivor_id");

-- CreateIndex
CREATE UNIQUE INDEX "creator_merge_workspace_id_id_key" ON "creator_merge"("workspace_id", "id");

-- CreateIndex
CREATE INDEX "segment_workspace_id_name_idx" ON "segment"("workspace_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "segment_workspace_id_id_key" ON "segment"("workspace_id", "id");

-- CreateIndex
CREATE INDEX "creator_search_names" ON "creator_search" USING GIN ("workspace_id" uuid_ops, "names" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "creator_search_tsv" ON "creator_search" USING GIN ("workspace_id" uuid_ops, "tsv");

-- CreateIndex
CREATE INDEX "domain_event_workspace_id_creator_id_id_idx" ON "domain_event"("workspace_id", "creator_id", "id");

-- CreateIndex
CREATE INDEX "domain_event_workspace_id_subject_type_subject_id_id_idx" ON "domain_event"("workspace_id", "subject_type", "subject_id", "id");

-- CreateIndex
CREATE INDEX "domain_event_workspace_id_type_id_idx" ON "domain_event"("workspace_id", "type", "id");

-- CreateIndex
CREATE UNIQUE INDEX "domain_event_workspace_id_id_key" ON "domain_event"("workspace_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "event_payload_workspace_id_event_id_key" ON "event_payload"("workspace_id", "event_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_pending_workspace_id_event_id_key" ON "event_pending"("workspace_id", "event_id");

-- CreateIndex
CREATE UNIQUE INDEX "effect_workspace_id_id_key" ON "effect"("workspace_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "effect_workspace_id_event_id_subscriber_recipient_key" ON "effect"("workspace_id", "event_id", "subscriber", "recipient");

-- CreateIndex
CREATE INDEX "import_workspace_id_created_at_idx" ON "import"("workspace_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "import_workspace_id_id_key" ON "import"("workspace_id", "id");

-- CreateIndex
CREATE INDEX "import_row_workspace_id_import_id_outcome_row_number_idx" ON "import_row"("workspace_id", "import_id", "outcome", "row_number");

-- CreateIndex
CREATE INDEX "export_workspace_id_created_at_idx" ON "export"("workspace_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "export_workspace_id_id_key" ON "export"("workspace_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "sign_in_link_user_id_idx" ON "sign_in_link"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "workspace_slug_key" ON "workspace"("slug");

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_workspace_id_id_key" ON "membership"("workspace_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_workspace_id_user_id_key" ON "membership"("workspace_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "brand_workspace_id_id_key" ON "brand"("workspace_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "brand_workspace_id_name_key" ON "brand"("workspace_id", "name");

-- CreateIndex
CREATE INDEX "api_key_hash_idx" ON "api_key"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_workspace_id_id_key" ON "api_key"("workspace_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_workspace_id_hash_key" ON "api_key"("workspace_id", "hash");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "idempotency_key_workspace_id_api_key_id_key_key" ON "idempotency_key"("workspace_id", "api_key_id", "key");

-- CreateIndex
CREATE INDEX "stored_file_workspace_id_hash_idx" ON "stored_file"("workspace_id", "hash");

-- CreateIndex
CREATE UNIQUE INDEX "stored_file_workspace_id_id_key" ON "stored_file"("workspace_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "mailbox_workspace_id_id_key" ON "mailbox"("workspace_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "mailbox_workspace_id_address_key" ON "mailbox"("workspace_id", "address");

-- CreateIndex
CREATE INDEX "thread_workspace_id_last_message_at_idx" ON "thread"("workspace_id", "last_message_at");

-- CreateIndex
CREATE UNIQUE INDEX "thread_workspace_id_id_key" ON "thread"("workspace_id", "id");

-- CreateIndex
CREATE INDEX "thread_creator_workspace_id_creator_id_idx" ON "thread_creator"("workspace_id", "creator_id");

-- CreateIndex
CREATE INDEX "message_workspace_id_creator_id_created_at_idx" ON "message"("workspace_id", "creator_id", "created_at");

-- CreateIndex
CREATE INDEX "message_workspace_id_thread_id_created_at_idx" ON "message"("workspace_id", "thread_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "message_workspace_id_id_key" ON "message"("workspace_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "message_workspace_id_rfc_message_id_key" ON "message"("workspace_id", "rfc_message_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_recipient_workspace_id_id_key" ON "message_recipient"("workspace_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "message_recipient_workspace_id_message_id_address_key" ON "message_recipient"("workspace_id", "message_id", "address");

-- CreateIndex
CREATE UNIQUE INDEX "attachment_workspace_id_id_key" ON "attachment"("workspace_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "attachment_workspace_id_message_id_position_key" ON "attachment"("workspace_id", "message_id", "position");

-- AddForeignKey
ALTER TABLE "creator" ADD CONSTRAINT "creator_workspace_id_root_id_fkey" FOREIGN KEY ("workspace_id", "root_id") REFERENCES "creator"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "creator" ADD CONSTRAINT "creator_workspace_id_owner_id_fkey" FOREIGN KEY ("workspace_id", "owner_id") REFERENCES "membership"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "creator" ADD CONSTRAINT "creator_workspace_id_guardian_id_fkey" FOREIGN KEY ("workspace_id", "guardian_id") REFERENCES "contact"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handle" ADD CONSTRAINT "handle_workspace_id_creator_id_fkey" FOREIGN KEY ("workspace_id", "creator_id") REFERENCES "creator"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handle_name" ADD CONSTRAINT "handle_name_workspace_id_handle_id_fkey" FOREIGN KEY ("workspace_id", "handle_id") REFERENCES "handle"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handle_metric" ADD CONSTRAINT "handle_metric_workspace_id_handle_id_fkey" FOREIGN KEY ("workspace_id", "handle_id") REFERENCES "handle"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audience_snapshot" ADD CONSTRAINT "audience_snapshot_workspace_id_handle_id_fkey" FOREIGN KEY ("workspace_id", "handle_id") REFERENCES "handle"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "email_address" ADD CONSTRAINT "email_address_workspace_id_creator_id_fkey" FOREIGN KEY ("workspace_id", "creator_id") REFERENCES "creator"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "email_address" ADD CONSTRAINT "email_address_workspace_id_contact_id_fkey" FOREIGN KEY ("workspace_id", "contact_id") REFERENCES "contact"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "phone_number" ADD CONSTRAINT "phone_number_workspace_id_creator_id_fkey" FOREIGN KEY ("workspace_id", "creator_id") REFERENCES "creator"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "phone_number" ADD CONSTRAINT "phone_number_workspace_id_contact_id_fkey" FOREIGN KEY ("workspace_id", "contact_id") REFERENCES "contact"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_workspace_id_agency_id_fkey" FOREIGN KEY ("workspace_id", "agency_id") REFERENCES "agency"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "creator_contact" ADD CONSTRAINT "creator_contact_workspace_id_creator_id_fkey" FOREIGN KEY ("workspace_id", "creator_id") REFERENCES "creator"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "creator_contact" ADD CONSTRAINT "creator_contact_workspace_id_contact_id_fkey" FOREIGN KEY ("workspace_id", "contact_id") REFERENCES "contact"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "creator_tag" ADD CONSTRAINT "creator_tag_workspace_id_creator_id_fkey" FOREIGN KEY ("workspace_id", "creator_id") REFERENCES "creator"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "creator_tag" ADD CONSTRAINT "creator_tag_workspace_id_tag_id_fkey" FOREIGN KEY ("workspace_id", "tag_id") REFERENCES "tag"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "preference" ADD CONSTRAINT "preference_workspace_id_creator_id_fkey" FOREIGN KEY ("workspace_id", "creator_id") REFERENCES "creator"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_workspace_id_creator_id_fkey" FOREIGN KEY ("workspace_id", "creator_id") REFERENCES "creator"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_workspace_id_author_id_fkey" FOREIGN KEY ("workspace_id", "author_id") REFERENCES "membership"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_version" ADD CONSTRAINT "note_version_workspace_id_note_id_fkey" FOREIGN KEY ("workspace_id", "note_id") REFERENCES "note"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_mention" ADD CONSTRAINT "note_mention_workspace_id_note_id_fkey" FOREIGN KEY ("workspace_id", "note_id") REFERENCES "note"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_mention" ADD CONSTRAINT "note_mention_workspace_id_membership_id_fkey" FOREIGN KEY ("workspace_id", "membership_id") REFERENCES "membership"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote" ADD CONSTRAINT "quote_workspace_id_creator_id_fkey" FOREIGN KEY ("workspace_id", "creator_id") REFERENCES "creator"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "segment" ADD CONSTRAINT "segment_workspace_id_owner_id_fkey" FOREIGN KEY ("workspace_id", "owner_id") REFERENCES "membership"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_payload" ADD CONSTRAINT "event_payload_workspace_id_event_id_fkey" FOREIGN KEY ("workspace_id", "event_id") REFERENCES "domain_event"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_pending" ADD CONSTRAINT "event_pending_workspace_id_event_id_fkey" FOREIGN KEY ("workspace_id", "event_id") REFERENCES "domain_event"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "effect" ADD CONSTRAINT "effect_workspace_id_event_id_fkey" FOREIGN KEY ("workspace_id", "event_id") REFERENCES "domain_event"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_workspace_id_file_id_fkey" FOREIGN KEY ("workspace_id", "file_id") REFERENCES "stored_file"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_workspace_id_import_id_fkey" FOREIGN KEY ("workspace_id", "import_id") REFERENCES "import"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export" ADD CONSTRAINT "export_workspace_id_file_id_fkey" FOREIGN KEY ("workspace_id", "file_id") REFERENCES "stored_file"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_link" ADD CONSTRAINT "sign_in_link_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "brand" ADD CONSTRAINT "brand_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotency_key" ADD CONSTRAINT "idempotency_key_workspace_id_api_key_id_fkey" FOREIGN KEY ("workspace_id", "api_key_id") REFERENCES "api_key"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mailbox" ADD CONSTRAINT "mailbox_workspace_id_brand_id_fkey" FOREIGN KEY ("workspace_id", "brand_id") REFERENCES "brand"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_creator" ADD CONSTRAINT "thread_creator_workspace_id_thread_id_fkey" FOREIGN KEY ("workspace_id", "thread_id") REFERENCES "thread"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_creator" ADD CONSTRAINT "thread_creator_workspace_id_creator_id_fkey" FOREIGN KEY ("workspace_id", "creator_id") REFERENCES "creator"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_workspace_id_thread_id_fkey" FOREIGN KEY ("workspace_id", "thread_id") REFERENCES "thread"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_workspace_id_creator_id_fkey" FOREIGN KEY ("workspace_id", "creator_id") REFERENCES "creator"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_workspace_id_mailbox_id_fkey" FOREIGN KEY ("workspace_id", "mailbox_id") REFERENCES "mailbox"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_recipient" ADD CONSTRAINT "message_recipient_workspace_id_message_id_fkey" FOREIGN KEY ("workspace_id", "message_id") REFERENCES "message"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_workspace_id_message_id_fkey" FOREIGN KEY ("workspace_id", "message_id") REFERENCES "message"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_workspace_id_file_id_fkey" FOREIGN KEY ("workspace_id", "file_id") REFERENCES "stored_file"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
