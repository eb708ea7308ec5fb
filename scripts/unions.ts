import { INBOX_STATES } from '../src/engine/inbox/rules.ts';
import { LANES, OUTBOX_STATES } from '../src/engine/outbox/rules.ts';
import { JOB_OUTCOMES } from '../src/engine/scheduler/job.ts';
import type { Unions } from './checks.ts';

/**
 * Which columns hold one of a few words: table, column, words. They become CHECK constraints in the migrations. The
 * words are the lists from which the program makes its types and zod unions. A feature's list stands here once more,
 * since only its front door may be imported; test/guards/migrations.test.ts compares the two.
 */
export const UNIONS: Unions = {
  rooms: { kind: ['residents', 'merchants', 'party', 'staff'] },
  chat_identities: { kind: ['person', 'room'] },
  inbox: { state: INBOX_STATES },
  outbox: { lane: LANES, state: OUTBOX_STATES },
  job_runs: { outcome: JOB_OUTCOMES },
  duty_swaps: { state: ['asked', 'agreed', 'refused', 'void'] },
  cases: {
    kind: ['complaint', 'repair', 'report', 'suggestion'],
    state: [
      'unclaimed',
      'in-progress',
      'awaiting-info',
      'deferred',
      'awaiting-check',
      'closed',
      'rejected',
      'withdrawn',
      'merged',
    ],
  },
  bookings: {
    state: ['booked', 'arrived', 'done', 'no-show', 'cancelled'],
    relation: ['self', 'family', 'neighbour'],
  },
  service_seats: { kind: ['hold', 'offer', 'booked'] },
  waiting_entries: {
    state: ['waiting', 'offered', 'taken', 'lapsed', 'left'],
    relation: ['self', 'family', 'neighbour'],
  },
  meal_orders: { state: ['active', 'ended'], relation: ['self', 'family', 'neighbour'] },
  meal_deliveries: { state: ['planned', 'listed', 'delivered', 'unopened', 'off', 'missed'] },
  welfare_checks: { state: ['open', 'well', 'unwell'] },
};
