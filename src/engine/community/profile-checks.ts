import { type Compound, readPlace } from '../../kernel/place.ts';
import { nearest } from './profile-fields.ts';
import { mistakes } from './texts.ts';

/** A contradiction between two parts of a profile, at the place where it shows. */
export interface Contradiction {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** The parts of a profile that name each other, as they are written; a name that is missing or broken is left out or empty. */
export interface Names {
  readonly zones: readonly { readonly id: string; readonly compounds: readonly string[] }[];
  readonly compounds: readonly Compound[];
  readonly grids: readonly {
    readonly no: number;
    readonly covers: readonly string[];
    readonly worker?: string | undefined;
  }[];
  readonly rooms: readonly {
    readonly topic: string;
    readonly kind: string;
    readonly grid?: number | undefined;
    readonly compound?: string | undefined;
  }[];
  readonly staff: readonly {
    readonly name: string;
    readonly role: string;
    readonly grid?: number | undefined;
    readonly of?: string | undefined;
  }[];
  readonly categories: readonly { readonly id: string; readonly name: string }[];
  readonly services: readonly { readonly name: string; readonly staff?: string | undefined }[];
  readonly duty: { readonly window: readonly string[] };
  readonly assembly: { readonly host?: string | undefined };
  readonly study: { readonly rooms: readonly string[] };
  readonly obligations: readonly { readonly name: string; readonly owner?: string | undefined }[];
}

type Path = Contradiction['path'];

/** Whatever one part of the profile names and another does not have, and what must be there once. */
export function contradictions(names: Names): readonly Contradiction[] {
  return [
    ...duplicates(names),
    ...unknownCompounds(names),
    ...unknownStaff(names),
    ...gridsAndRooms(names),
    ...musts(names),
  ];
}

function duplicates(names: Names): readonly Contradiction[] {
  const { zones, compounds, grids, rooms, staff, categories, services, obligations } = names;
  const repeated = (list: readonly (string | number)[], section: string, key: string): readonly Contradiction[] =>
    list.flatMap((value, index) =>
      value !== '' && value !== 0 && list.indexOf(value) < index
        ? [{ path: [section, index, key], message: mistakes.twice({ value }) }]
        : [],
    );
  return [
    ...repeated(
      zones.map((one) => one.id),
      'zones',
      'id',
    ),
    ...repeated(
      compounds.map((one) => one.name),
      'compounds',
      'name',
    ),
    ...repeated(
      grids.map((one) => one.no),
      'grids',
      'no',
    ),
    ...repeated(
      rooms.map((one) => one.topic),
      'rooms',
      'topic',
    ),
    ...repeated(
      staff.map((one) => one.name),
      'staff',
      'name',
    ),
    ...repeated(
      categories.map((one) => one.id),
      'categories',
      'id',
    ),
    ...repeated(
      categories.map((one) => one.name),
      'categories',
      'name',
    ),
    ...repeated(
      services.map((one) => one.name),
      'services',
      'name',
    ),
    ...repeated(
      obligations.map((one) => one.name),
      'obligations',
      'name',
    ),
  ];
}

function unknownCompounds({ zones, compounds, grids, rooms, staff }: Names): readonly Contradiction[] {
  const known = compounds.map((one) => one.name);
  const check = (value: string | undefined, path: Path): readonly Contradiction[] => {
    if (value === undefined || value === '' || known.length === 0 || known.includes(value)) return [];
    const near = nearest(value, known);
    const message =
      near === undefined
        ? mistakes.unknownCompound({ value, known: known.join(', ') })
        : mistakes.unknownCompoundNear({ value, near });
    return [{ path, message }];
  };
  // a grid may also cover shops, which have no compound but a room of their own: 西路商户 in 西路商户群
  const isShops = (value: string): boolean =>
    rooms.some((one) => one.kind === 'merchants' && one.topic.startsWith(value));
  return [
    ...zones.flatMap((zone, index) =>
      zone.compounds.flatMap((one, at) => check(one, ['zones', index, 'compounds', at])),
    ),
    ...grids.flatMap((grid, index) =>
      grid.covers.flatMap((one, at) => (isShops(one) ? [] : check(one, ['grids', index, 'covers', at]))),
    ),
    ...rooms.flatMap((room, index) => check(room.compound, ['rooms', index, 'compound'])),
    ...staff.flatMap(({ of }, index) => {
      if (of === undefined || of === '' || known.length === 0) return [];
      const { place, problem } = readPlace(of, compounds);
      const isKnown = place.compound !== undefined && problem === undefined;
      return isKnown ? [] : [{ path: ['staff', index, 'of'], message: mistakes.badPlace({ value: of }) }];
    }),
  ];
}

function unknownStaff({ grids, staff, services, duty, assembly, obligations }: Names): readonly Contradiction[] {
  const known = staff.map((one) => one.name);
  const check = (value: string | undefined, path: Path): readonly Contradiction[] => {
    if (value === undefined || value === '' || known.length === 0 || known.includes(value)) return [];
    const near = nearest(value, known);
    return [
      {
        path,
        message: near === undefined ? mistakes.unknownStaff({ value }) : mistakes.unknownStaffNear({ value, near }),
      },
    ];
  };
  return [
    ...grids.flatMap((one, index) => check(one.worker, ['grids', index, 'worker'])),
    ...services.flatMap((one, index) => check(one.staff, ['services', index, 'staff'])),
    ...duty.window.flatMap((one, index) => check(one, ['duty', 'window', index])),
    ...check(assembly.host, ['assembly', 'host']),
    ...obligations.flatMap((one, index) => check(one.owner, ['obligations', index, 'owner'])),
  ];
}

function gridsAndRooms({ grids, rooms, staff, study }: Names): readonly Contradiction[] {
  const checkGrid = (value: number | undefined, path: Path): readonly Contradiction[] =>
    value === undefined || grids.length === 0 || grids.some((grid) => grid.no === value)
      ? []
      : [{ path, message: mistakes.unknownGrid({ value }) }];
  const topics = rooms.map((room) => room.topic);
  return [
    ...rooms.flatMap((room, index) => checkGrid(room.grid, ['rooms', index, 'grid'])),
    ...staff.flatMap((member, index) => checkGrid(member.grid, ['staff', index, 'grid'])),
    ...staff.flatMap(({ name, role, grid }, index) => {
      const own = grids.find((one) => one.no === grid);
      if (role !== 'grid-worker' || own?.worker === undefined || own.worker === name) return [];
      return [
        { path: ['staff', index, 'grid'], message: mistakes.otherWorker({ name, grid: own.no, worker: own.worker }) },
      ];
    }),
    ...study.rooms.flatMap((value, index) => {
      if (value === '' || topics.length === 0 || topics.includes(value)) return [];
      const near = nearest(value, topics);
      const message = near === undefined ? mistakes.unknownRoom({ value }) : mistakes.unknownRoomNear({ value, near });
      return [{ path: ['study', 'rooms', index], message }];
    }),
  ];
}

/** What the engine relies on: one staff room, a secretary, and the two categories that nothing else fits into. */
function musts({ rooms, staff, categories }: Names): readonly Contradiction[] {
  const staffRooms = rooms.flatMap((room, index) => (room.kind === 'staff' ? [{ ...room, index }] : []));
  const found: Contradiction[] = staffRooms.slice(1).map(({ topic, index }) => ({
    path: ['rooms', index, 'kind'],
    message: mistakes.manyStaffRooms({ value: topic }),
  }));
  if (staffRooms.length === 0) found.push({ path: ['rooms'], message: mistakes.noStaffRoom() });
  if (!staff.some((one) => one.role === 'secretary')) found.push({ path: ['staff'], message: mistakes.noSecretary() });
  for (const value of ['suggestion', 'other']) {
    if (!categories.some((one) => one.id === value)) {
      found.push({ path: ['categories'], message: mistakes.noCategory({ value }) });
    }
  }
  return found;
}
