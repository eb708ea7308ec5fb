import type { Stage } from './rehearsal.ts';
import { STORE } from './store.ts';

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
export async function footprintOf(
  stage: Pick<Stage, 'sql'>,
  tables: readonly string[] = BUSINESS,
): Promise<() => Promise<string>> {
  const parts = await Promise.all(tables.map(async (table) => `(${await contentsOf(stage, table)}) as ${table}`));
  const query = `select ${parts.join(', ')}`;
  return async () => JSON.stringify(await stage.sql(query));
}

/** A query for all rows of a table in one value. */
async function contentsOf(stage: Pick<Stage, 'sql'>, table: string): Promise<string> {
  if (STORE === 'postgresql') return `select json_agg(t order by t::text) from ${table} t`;
  const columns = await stage.sql(`select name from pragma_table_info('${table}')`);
  return `select json_group_array(json_array(${columns.map(({ name }) => name).join(', ')})) from ${table}`;
}
