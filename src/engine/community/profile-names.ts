import { z } from 'zod';
import type { Names } from './profile-checks.ts';

const name = z.string().trim().catch('');
const optionalName = name.optional().catch(undefined);
const number = z.number().catch(0);
/** So that a place is not called wrong because the compound's numbers are. */
const plenty = z.number().catch(9_999);
const optionalNumber = z.number().optional().catch(undefined);
const listOfNames = z.array(name).catch([]);

/** A list whose broken items become empty ones, so that the others keep their places. */
function list<Item>(item: z.ZodType<Item>) {
  return z.array(item).catch([]);
}

const names = z.object({
  zones: list(z.object({ id: name, compounds: listOfNames }).catch({ id: '', compounds: [] })),
  compounds: list(
    z
      .object({
        name,
        kind: name,
        buildings: plenty,
        units: plenty,
        floors: plenty,
        rooms: plenty,
        aliases: listOfNames,
      })
      .catch({ name: '', kind: '', buildings: 0, units: 0, floors: 0, rooms: 0, aliases: [] }),
  ),
  grids: list(z.object({ no: number, covers: listOfNames, worker: optionalName }).catch({ no: 0, covers: [] })),
  rooms: list(
    z.object({ topic: name, kind: name, grid: optionalNumber, compound: optionalName }).catch({ topic: '', kind: '' }),
  ),
  staff: list(z.object({ name, role: name, grid: optionalNumber, of: optionalName }).catch({ name: '', role: '' })),
  categories: list(z.object({ id: name, name }).catch({ id: '', name: '' })),
  services: list(z.object({ name, staff: optionalName }).catch({ name: '' })),
  duty: z.object({ window: listOfNames }).catch({ window: [] }),
  assembly: z.object({ host: optionalName }).catch({}),
  study: z.object({ rooms: listOfNames }).catch({ rooms: [] }),
  obligations: list(z.object({ name, owner: optionalName }).catch({ name: '' })),
});

/** The names in a profile that is not (yet) right, so that contradictions can be told together with everything else. */
export function looseNames(raw: unknown): Names | undefined {
  return names.safeParse(raw).data;
}
