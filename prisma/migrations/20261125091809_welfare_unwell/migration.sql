-- RebuildTable: the words that a column may hold have changed
CREATE TABLE "new_welfare_checks" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "community_id" INTEGER NOT NULL,
    "subject_no" INTEGER NOT NULL,
    "day" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "grid" INTEGER,
    "details" TEXT,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "rung" INTEGER NOT NULL,
    "step_minutes" INTEGER NOT NULL,
    "next_due" DATETIME,
    "opened_at" DATETIME NOT NULL,
    "closed_at" DATETIME,
    "closed_by" TEXT,
    "outcome" TEXT,
    CONSTRAINT "welfare_checks_state_check" CHECK ("state" IN ('open', 'well', 'unwell'))
);
INSERT INTO "new_welfare_checks" ("id", "community_id", "subject_no", "day", "person_id", "name", "grid", "details", "reason", "state", "rung", "step_minutes", "next_due", "opened_at", "closed_at", "closed_by", "outcome") SELECT "id", "community_id", "subject_no", "day", "person_id", "name", "grid", "details", "reason", "state", "rung", "step_minutes", "next_due", "opened_at", "closed_at", "closed_by", "outcome" FROM "welfare_checks";
DROP TABLE "welfare_checks";
ALTER TABLE "new_welfare_checks" RENAME TO "welfare_checks";
CREATE INDEX "welfare_checks_community_id_state_next_due_idx" ON "welfare_checks"("community_id", "state", "next_due");
CREATE UNIQUE INDEX "welfare_checks_community_id_subject_no_day_key" ON "welfare_checks"("community_id", "subject_no", "day");
