-- CreateTable
CREATE TABLE "duty_changes" (
    "community_id" INTEGER NOT NULL,
    "day" TEXT NOT NULL,
    "staff_id" INTEGER,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("community_id", "day")
);

-- CreateTable
CREATE TABLE "duty_swaps" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "community_id" INTEGER NOT NULL,
    "day" TEXT NOT NULL,
    "day_in_return" TEXT NOT NULL,
    "from_id" INTEGER NOT NULL,
    "to_id" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "asked_at" DATETIME NOT NULL,
    "ended_at" DATETIME,
    CONSTRAINT "duty_swaps_state_check" CHECK ("state" IN ('asked', 'agreed', 'refused', 'void'))
);

-- CreateIndex
CREATE INDEX "duty_swaps_community_id_to_id_state_idx" ON "duty_swaps"("community_id", "to_id", "state");
