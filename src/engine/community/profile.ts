import { z } from 'zod';
import { isZone } from '../../kernel/zone.ts';
import { contradictions } from './profile-checks.ts';
import { hours, readAs, strict, words } from './profile-fields.ts';
import {
  assembly,
  category,
  compound,
  grid,
  member,
  obligation,
  office,
  population,
  room,
  study,
  zone,
} from './profile-sections.ts';
import { duty, service } from './profile-services.ts';
import { mistakes } from './texts.ts';

export { ROLES, type Role, ROOM_KINDS, type RoomKind } from './profile-sections.ts';

/**
 * What a community is and has promised, as its office writes it in YAML. Parsing turns times into minutes and cron
 * fields, and checks that the parts fit each other. Use readProfile for YAML: it says where each mistake is.
 */
export const profileSchema = strict({
  name: words,
  brand: words,
  assistant: words.max(20),
  timezone: readAs((typed) => (isZone(typed) ? typed : undefined), mistakes.badZone),
  office,
  population,
  zones: z.array(zone),
  compounds: z.array(compound).min(1),
  grids: z.array(grid).min(1),
  rooms: z.array(room),
  staff: z.array(member),
  categories: z.array(category),
  services: z.array(service).default([]),
  duty,
  assembly,
  study,
  proactiveHours: hours,
  obligations: z.array(obligation).default([]),
}).superRefine((profile, context) => {
  const { day, previewDay, topicsFrom, sameDay, at } = profile.assembly;
  const late: readonly (readonly [boolean, string, string])[] = [
    [previewDay >= day, 'preview', mistakes.previewLate({ day })],
    [topicsFrom >= day, 'topicsFrom', mistakes.topicsLate({ day })],
    [sameDay >= at, 'remind', mistakes.remindLate()],
  ];
  for (const [isLate, key, message] of late) {
    if (isLate) context.addIssue({ code: 'custom', path: ['assembly', key], message, input: profile });
  }
  for (const { path, message } of contradictions(profile)) {
    context.addIssue({ code: 'custom', path: [...path], message, input: profile });
  }
});

export type Profile = z.output<typeof profileSchema>;
