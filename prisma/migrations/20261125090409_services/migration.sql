-- CreateTable
CREATE TABLE "bookings" (
    "community_id" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "service" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "minutes" INTEGER NOT NULL,
    "starts_at" DATETIME NOT NULL,
    "person_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "room_id" INTEGER,
    "grid" INTEGER,
    "relation" TEXT NOT NULL,
    "beneficiary" TEXT NOT NULL,
    "consent_at" DATETIME,
    "details" TEXT,
    "sequence" INTEGER NOT NULL,
    "eve_due" DATETIME,
    "soon_due" DATETIME,
    "marks" INTEGER,
    "booked_at" DATETIME NOT NULL,
    "changed_at" DATETIME NOT NULL,

    PRIMARY KEY ("community_id", "no"),
    CONSTRAINT "bookings_state_check" CHECK ("state" IN ('booked', 'arrived', 'done', 'no-show', 'cancelled')),
    CONSTRAINT "bookings_relation_check" CHECK ("relation" IN ('self', 'family', 'neighbour'))
);

-- CreateTable
CREATE TABLE "booking_events" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "community_id" INTEGER NOT NULL,
    "booking_no" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "detail" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "service_seats" (
    "community_id" INTEGER NOT NULL,
    "service" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "seat" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "booking_no" INTEGER,
    "expires_at" DATETIME,

    PRIMARY KEY ("community_id", "service", "day", "start", "seat"),
    CONSTRAINT "service_seats_kind_check" CHECK ("kind" IN ('hold', 'offer', 'booked'))
);

-- CreateTable
CREATE TABLE "service_quotas" (
    "community_id" INTEGER NOT NULL,
    "service" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "beneficiary" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "booking_no" INTEGER NOT NULL,

    PRIMARY KEY ("community_id", "service", "person_id", "beneficiary", "period", "n")
);

-- CreateTable
CREATE TABLE "waiting_entries" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "community_id" INTEGER NOT NULL,
    "service" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "from_minute" INTEGER NOT NULL,
    "to_minute" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "room_id" INTEGER,
    "relation" TEXT NOT NULL,
    "beneficiary" TEXT NOT NULL,
    "consent_at" DATETIME,
    "state" TEXT NOT NULL,
    "offered_start" INTEGER,
    "offer_until" DATETIME,
    "at" DATETIME NOT NULL,
    CONSTRAINT "waiting_entries_state_check" CHECK ("state" IN ('waiting', 'offered', 'taken', 'lapsed', 'left')),
    CONSTRAINT "waiting_entries_relation_check" CHECK ("relation" IN ('self', 'family', 'neighbour'))
);

-- CreateTable
CREATE TABLE "service_closures" (
    "community_id" INTEGER NOT NULL,
    "service" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "is_open" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("community_id", "service", "day")
);

-- CreateTable
CREATE TABLE "beneficiaries" (
    "community_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "beneficiary" TEXT NOT NULL,
    "age" INTEGER,
    "details" TEXT,
    "said_at" DATETIME NOT NULL,

    PRIMARY KEY ("community_id", "person_id", "beneficiary")
);

-- CreateTable
CREATE TABLE "meal_orders" (
    "community_id" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "service" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "weekdays" TEXT NOT NULL,
    "from_day" TEXT NOT NULL,
    "to_day" TEXT,
    "person_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "room_id" INTEGER,
    "grid" INTEGER,
    "relation" TEXT NOT NULL,
    "beneficiary" TEXT NOT NULL,
    "consent_at" DATETIME,
    "details" TEXT,
    "ordered_at" DATETIME NOT NULL,
    "ended_at" DATETIME,

    PRIMARY KEY ("community_id", "no"),
    CONSTRAINT "meal_orders_state_check" CHECK ("state" IN ('active', 'ended')),
    CONSTRAINT "meal_orders_relation_check" CHECK ("relation" IN ('self', 'family', 'neighbour'))
);

-- CreateTable
CREATE TABLE "meal_pauses" (
    "community_id" INTEGER NOT NULL,
    "order_no" INTEGER NOT NULL,
    "day" TEXT NOT NULL,

    PRIMARY KEY ("community_id", "order_no", "day")
);

-- CreateTable
CREATE TABLE "meal_deliveries" (
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
    CONSTRAINT "meal_deliveries_state_check" CHECK ("state" IN ('planned', 'listed', 'delivered', 'unopened', 'off'))
);

-- CreateTable
CREATE TABLE "welfare_checks" (
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
    CONSTRAINT "welfare_checks_state_check" CHECK ("state" IN ('open', 'well'))
);

-- CreateTable
CREATE TABLE "welfare_events" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "community_id" INTEGER NOT NULL,
    "check_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "detail" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "bookings_community_id_person_id_state_idx" ON "bookings"("community_id", "person_id", "state");

-- CreateIndex
CREATE INDEX "bookings_community_id_service_day_idx" ON "bookings"("community_id", "service", "day");

-- CreateIndex
CREATE INDEX "bookings_community_id_state_starts_at_idx" ON "bookings"("community_id", "state", "starts_at");

-- CreateIndex
CREATE INDEX "bookings_community_id_eve_due_idx" ON "bookings"("community_id", "eve_due");

-- CreateIndex
CREATE INDEX "bookings_community_id_soon_due_idx" ON "bookings"("community_id", "soon_due");

-- CreateIndex
CREATE INDEX "booking_events_community_id_booking_no_idx" ON "booking_events"("community_id", "booking_no");

-- CreateIndex
CREATE INDEX "service_seats_community_id_booking_no_idx" ON "service_seats"("community_id", "booking_no");

-- CreateIndex
CREATE INDEX "service_seats_community_id_person_id_kind_idx" ON "service_seats"("community_id", "person_id", "kind");

-- CreateIndex
CREATE INDEX "service_seats_community_id_kind_expires_at_idx" ON "service_seats"("community_id", "kind", "expires_at");

-- CreateIndex
CREATE INDEX "service_quotas_community_id_booking_no_idx" ON "service_quotas"("community_id", "booking_no");

-- CreateIndex
CREATE INDEX "waiting_entries_community_id_state_offer_until_idx" ON "waiting_entries"("community_id", "state", "offer_until");

-- CreateIndex
CREATE UNIQUE INDEX "waiting_entries_once" ON "waiting_entries"("community_id", "service", "day", "person_id", "beneficiary");

-- CreateIndex
CREATE INDEX "meal_orders_community_id_person_id_state_idx" ON "meal_orders"("community_id", "person_id", "state");

-- CreateIndex
CREATE INDEX "meal_orders_community_id_service_state_idx" ON "meal_orders"("community_id", "service", "state");

-- CreateIndex
CREATE INDEX "meal_deliveries_community_id_service_day_idx" ON "meal_deliveries"("community_id", "service", "day");

-- CreateIndex
CREATE INDEX "meal_deliveries_community_id_state_confirm_due_idx" ON "meal_deliveries"("community_id", "state", "confirm_due");

-- CreateIndex
CREATE INDEX "meal_deliveries_community_id_state_list_due_idx" ON "meal_deliveries"("community_id", "state", "list_due");

-- CreateIndex
CREATE INDEX "welfare_checks_community_id_state_next_due_idx" ON "welfare_checks"("community_id", "state", "next_due");

-- CreateIndex
CREATE UNIQUE INDEX "welfare_checks_community_id_subject_no_day_key" ON "welfare_checks"("community_id", "subject_no", "day");

-- CreateIndex
CREATE INDEX "welfare_events_community_id_check_id_idx" ON "welfare_events"("community_id", "check_id");
