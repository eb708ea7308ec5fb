import type { Stage } from './rehearsal.ts';

/** The tables in which the community's business is kept; what the engine needs for talking is left out. */
const BUSINESS = [
  'cases',
  'case_events',
  'case_ratings',
  'case_attachments',
  'meetings',
  'topics',
  'broadcasts',
  'study_materials',
  'study_deliveries',
  'bookings',
  'booking_events',
  'service_seats',
  'service_quotas',
  'waiting_entries',
  'service_closures',
  'beneficiaries',
  'meal_orders',
  'meal_pauses',
  'meal_deliveries',
  'welfare_checks',
  'welfare_events',
  'staff',
  'rooms',
  'room_rosters',
  'audit_entries',
  'counters',
  'communities',
] as const;

/** Takes everything in those tables as one string: two that are equal mean that nothing was changed in between. */
export function footprintOf(stage: Pick<Stage, 'sql'>, tables: readonly string[] = BUSINESS): () => string {
  const parts = tables.map((table) => {
    const columns = stage.sql(`select name from pragma_table_info('${table}')`).map(({ name }) => name);
    return `(select json_group_array(json_array(${columns.join(', ')})) from ${table}) as ${table}`;
  });
  const query = `select ${parts.join(', ')}`;
  return () => JSON.stringify(stage.sql(query));
}
