-- RebuildTable: the words that a column may hold have changed
CREATE TABLE "new_meal_deliveries" (
    "community_id" INTEGER NOT NULL,
    "order_no" INTEGER NOT NULL,
    "day" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "list_due" DATETIME NOT NULL,
    "confirm_due" DATETIME,
    "actor" TEXT,
    "ended_at" DATETIME,

    PRIMARY KEY ("community_id", "order_no", "day"),
    CONSTRAINT "meal_deliveries_state_check" CHECK ("state" IN ('planned', 'listed', 'delivered', 'unopened', 'off', 'missed'))
);
INSERT INTO "new_meal_deliveries" ("community_id", "order_no", "day", "service", "state", "list_due", "confirm_due", "actor", "ended_at") SELECT "community_id", "order_no", "day", "service", "state", "list_due", "confirm_due", "actor", "ended_at" FROM "meal_deliveries";
DROP TABLE "meal_deliveries";
ALTER TABLE "new_meal_deliveries" RENAME TO "meal_deliveries";
CREATE INDEX "meal_deliveries_community_id_service_day_idx" ON "meal_deliveries"("community_id", "service", "day");
CREATE INDEX "meal_deliveries_community_id_state_confirm_due_idx" ON "meal_deliveries"("community_id", "state", "confirm_due");
CREATE INDEX "meal_deliveries_community_id_state_list_due_idx" ON "meal_deliveries"("community_id", "state", "list_due");
