-- CreateTable
CREATE TABLE "communities" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "profile" TEXT NOT NULL,
    "profile_version" INTEGER NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "communities_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "counters" (
    "community_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "value" INTEGER NOT NULL,

    CONSTRAINT "counters_pkey" PRIMARY KEY ("community_id","name")
);

-- CreateTable
CREATE TABLE "rooms" (
    "id" SERIAL NOT NULL,
    "community_id" INTEGER NOT NULL,
    "topic" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "grid" INTEGER,
    "compound" TEXT,
    "active" BOOLEAN NOT NULL,

    CONSTRAINT "rooms_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "rooms_kind_check" CHECK ("kind" IN ('residents', 'merchants', 'party', 'staff'))
);

-- CreateTable
CREATE TABLE "people" (
    "id" SERIAL NOT NULL,
    "community_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "is_friend" BOOLEAN NOT NULL,
    "token" TEXT,
    "remarked_at" TIMESTAMPTZ(3),
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "people_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff" (
    "id" SERIAL NOT NULL,
    "community_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "grid" INTEGER,
    "area" TEXT,
    "active" BOOLEAN NOT NULL,
    "person_id" INTEGER,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login_sessions" (
    "id" SERIAL NOT NULL,
    "community_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "login_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chat_identities" (
    "community_id" INTEGER NOT NULL,
    "session_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "outside_id" TEXT NOT NULL,
    "our_id" INTEGER NOT NULL,

    CONSTRAINT "chat_identities_pkey" PRIMARY KEY ("community_id","session_id","kind","outside_id"),
    CONSTRAINT "chat_identities_kind_check" CHECK ("kind" IN ('person', 'room'))
);

-- CreateTable
CREATE TABLE "room_rosters" (
    "community_id" INTEGER NOT NULL,
    "room_id" INTEGER NOT NULL,
    "prints" TEXT NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "room_rosters_pkey" PRIMARY KEY ("community_id","room_id")
);

-- CreateTable
CREATE TABLE "pairing_codes" (
    "id" SERIAL NOT NULL,
    "community_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "target_id" INTEGER NOT NULL,
    "code_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "pairing_codes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pairing_tries" (
    "id" SERIAL NOT NULL,
    "community_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pairing_tries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbox" (
    "id" SERIAL NOT NULL,
    "community_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "session_id" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "room_id" INTEGER,
    "person_id" INTEGER,
    "body" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "handled_at" TIMESTAMPTZ(3),

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "inbox_state_check" CHECK ("state" IN ('received', 'handled', 'failed', 'ignored'))
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" SERIAL NOT NULL,
    "community_id" INTEGER NOT NULL,
    "lane" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "room_id" INTEGER,
    "person_id" INTEGER,
    "text" TEXT NOT NULL,
    "mentions" TEXT NOT NULL,
    "once_key" TEXT,
    "inbox_id" INTEGER,
    "case_no" INTEGER,
    "broadcast_no" INTEGER,
    "keeps_hours" BOOLEAN NOT NULL,
    "attempts" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "sending_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "outbox_lane_check" CHECK ("lane" IN ('emergency', 'urgent', 'reminder', 'staff', 'receipt', 'broadcast')),
    CONSTRAINT "outbox_state_check" CHECK ("state" IN ('pending', 'sending', 'sent', 'unknown', 'failed', 'expired', 'stopped'))
);

-- CreateTable
CREATE TABLE "dialogues" (
    "community_id" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "question" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "misses" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dialogues_pkey" PRIMARY KEY ("community_id","place","person_id")
);

-- CreateTable
CREATE TABLE "job_states" (
    "community_id" INTEGER NOT NULL,
    "job" TEXT NOT NULL,
    "known_since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "job_states_pkey" PRIMARY KEY ("community_id","job")
);

-- CreateTable
CREATE TABLE "job_runs" (
    "community_id" INTEGER NOT NULL,
    "job" TEXT NOT NULL,
    "slot" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "job_runs_pkey" PRIMARY KEY ("community_id","job","slot"),
    CONSTRAINT "job_runs_outcome_check" CHECK ("outcome" IN ('done', 'skipped', 'missed'))
);

-- CreateTable
CREATE TABLE "cases" (
    "community_id" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "cycle" INTEGER NOT NULL,
    "category" TEXT NOT NULL,
    "urgent" BOOLEAN NOT NULL,
    "is_dispute" BOOLEAN NOT NULL,
    "words" TEXT NOT NULL,
    "compound" TEXT,
    "building" INTEGER,
    "unit" INTEGER,
    "floor" INTEGER,
    "room" TEXT,
    "grid" INTEGER,
    "room_id" INTEGER,
    "reporter_id" INTEGER NOT NULL,
    "reporter" TEXT NOT NULL,
    "owner_id" INTEGER,
    "claimed" BOOLEAN NOT NULL,
    "returns" INTEGER NOT NULL,
    "about" TEXT NOT NULL,
    "filed_at" TIMESTAMPTZ(3) NOT NULL,
    "contact_due" TIMESTAMPTZ(3) NOT NULL,
    "contacted_at" TIMESTAMPTZ(3),
    "resolve_due" TIMESTAMPTZ(3) NOT NULL,
    "provisional" BOOLEAN NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "touched_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cases_pkey" PRIMARY KEY ("community_id","no"),
    CONSTRAINT "cases_kind_check" CHECK ("kind" IN ('complaint', 'repair', 'report', 'suggestion')),
    CONSTRAINT "cases_state_check" CHECK ("state" IN ('unclaimed', 'in-progress', 'awaiting-info', 'deferred', 'awaiting-check', 'closed', 'rejected', 'withdrawn', 'merged'))
);

-- CreateTable
CREATE TABLE "case_events" (
    "id" SERIAL NOT NULL,
    "community_id" INTEGER NOT NULL,
    "case_no" INTEGER NOT NULL,
    "cycle" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "detail" TEXT NOT NULL,

    CONSTRAINT "case_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_ratings" (
    "community_id" INTEGER NOT NULL,
    "case_no" INTEGER NOT NULL,
    "cycle" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "marks" INTEGER NOT NULL,
    "outcome" TEXT,
    "reason" TEXT,
    "verified" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_ratings_pkey" PRIMARY KEY ("community_id","case_no","cycle","person_id")
);

-- CreateTable
CREATE TABLE "case_attachments" (
    "id" SERIAL NOT NULL,
    "community_id" INTEGER NOT NULL,
    "case_no" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_attachments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "id" SERIAL NOT NULL,
    "community_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" TEXT NOT NULL,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meetings" (
    "community_id" INTEGER NOT NULL,
    "month" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),
    "changed_at" TIMESTAMPTZ(3),

    CONSTRAINT "meetings_pkey" PRIMARY KEY ("community_id","month")
);

-- CreateTable
CREATE TABLE "topics" (
    "id" SERIAL NOT NULL,
    "community_id" INTEGER NOT NULL,
    "month" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "room_id" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "topics_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "broadcasts" (
    "community_id" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "rooms" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "stopped_at" TIMESTAMPTZ(3),
    "stopped_by" TEXT,

    CONSTRAINT "broadcasts_pkey" PRIMARY KEY ("community_id","no")
);

-- CreateTable
CREATE TABLE "study_materials" (
    "community_id" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "added_by" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "study_materials_pkey" PRIMARY KEY ("community_id","no")
);

-- CreateTable
CREATE TABLE "study_deliveries" (
    "community_id" INTEGER NOT NULL,
    "material_no" INTEGER NOT NULL,
    "room_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "study_deliveries_pkey" PRIMARY KEY ("community_id","material_no","room_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "communities_name_key" ON "communities"("name");

-- CreateIndex
CREATE UNIQUE INDEX "rooms_community_id_topic_key" ON "rooms"("community_id", "topic");

-- CreateIndex
CREATE UNIQUE INDEX "people_community_id_token_key" ON "people"("community_id", "token");

-- CreateIndex
CREATE UNIQUE INDEX "staff_community_id_name_key" ON "staff"("community_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "staff_community_id_person_id_key" ON "staff"("community_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "login_sessions_community_id_key_key" ON "login_sessions"("community_id", "key");

-- CreateIndex
CREATE INDEX "chat_identities_community_id_session_id_kind_our_id_idx" ON "chat_identities"("community_id", "session_id", "kind", "our_id");

-- CreateIndex
CREATE INDEX "pairing_codes_community_id_code_hash_idx" ON "pairing_codes"("community_id", "code_hash");

-- CreateIndex
CREATE INDEX "pairing_tries_community_id_person_id_at_idx" ON "pairing_tries"("community_id", "person_id", "at");

-- CreateIndex
CREATE INDEX "inbox_community_id_state_due_at_idx" ON "inbox"("community_id", "state", "due_at");

-- CreateIndex
CREATE INDEX "inbox_community_id_person_id_due_at_idx" ON "inbox"("community_id", "person_id", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_community_id_key_key" ON "inbox"("community_id", "key");

-- CreateIndex
CREATE INDEX "outbox_community_id_state_rank_idx" ON "outbox"("community_id", "state", "rank");

-- CreateIndex
CREATE INDEX "outbox_community_id_sending_at_idx" ON "outbox"("community_id", "sending_at");

-- CreateIndex
CREATE INDEX "outbox_community_id_inbox_id_idx" ON "outbox"("community_id", "inbox_id");

-- CreateIndex
CREATE INDEX "outbox_community_id_case_no_idx" ON "outbox"("community_id", "case_no");

-- CreateIndex
CREATE INDEX "outbox_community_id_broadcast_no_idx" ON "outbox"("community_id", "broadcast_no");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_community_id_once_key_key" ON "outbox"("community_id", "once_key");

-- CreateIndex
CREATE INDEX "cases_community_id_reporter_id_touched_at_idx" ON "cases"("community_id", "reporter_id", "touched_at");

-- CreateIndex
CREATE INDEX "cases_community_id_state_resolve_due_idx" ON "cases"("community_id", "state", "resolve_due");

-- CreateIndex
CREATE INDEX "cases_community_id_owner_id_state_idx" ON "cases"("community_id", "owner_id", "state");

-- CreateIndex
CREATE INDEX "case_events_community_id_case_no_idx" ON "case_events"("community_id", "case_no");

-- CreateIndex
CREATE INDEX "case_attachments_community_id_case_no_idx" ON "case_attachments"("community_id", "case_no");

-- CreateIndex
CREATE INDEX "audit_entries_community_id_at_idx" ON "audit_entries"("community_id", "at");

-- CreateIndex
CREATE INDEX "topics_community_id_month_idx" ON "topics"("community_id", "month");

-- CreateIndex
CREATE UNIQUE INDEX "broadcasts_community_id_key_key" ON "broadcasts"("community_id", "key");
