import { z } from 'zod';
import { HOUR, MINUTE, DAY } from '../../kernel/clock.ts';

/** One line of a rehearsal, whichever way it was typed. Moments in JSON are ISO 8601. */
export type Line =
  | {
      readonly kind: 'say';
      readonly from: string;
      readonly person?: string | undefined;
      readonly in?: string | undefined;
      readonly text: string;
      readonly at?: Date | undefined;
      readonly mention: boolean;
      readonly id?: string | undefined;
      readonly image?: string | undefined;
    }
  | { readonly kind: 'now'; readonly to: Date }
  | { readonly kind: 'wait'; readonly milliseconds: number }
  /** `2026-11-10 09:00`, read in the community's time zone. */
  | { readonly kind: 'local'; readonly day: string; readonly minutes: number }
  | { readonly kind: 'pair'; readonly name: string }
  | { readonly kind: 'login' }
  | { readonly kind: 'crash'; readonly until?: Date | undefined }
  | { readonly kind: 'fault'; readonly times: number; readonly code: number | 'timeout' }
  | { readonly kind: 'sql'; readonly sql: string };

const moment = z.iso.datetime({ offset: true }).transform((iso) => new Date(iso));
const name = z.string().trim().min(1).max(100);

const jsonLine = z.union([
  z
    .strictObject({
      say: z.string().optional(),
      from: name,
      in: name.optional(),
      at: moment.optional(),
      mention: z.boolean().optional(),
      id: z.union([z.string().min(1), z.number().transform(String)]).optional(),
      image: z.string().min(1).optional(),
      quote: z.string().optional(),
      person: z.union([z.string().min(1), z.number().transform(String)]).optional(),
    })
    .refine((line) => line.say !== undefined || line.image !== undefined)
    .transform(
      ({ say = '', mention = false, quote: _, ...line }): Line => ({ kind: 'say', text: say, mention, ...line }),
    ),
  z.strictObject({ now: moment }).transform((line): Line => ({ kind: 'now', to: line.now })),
  z.strictObject({ pair: name }).transform((line): Line => ({ kind: 'pair', name: line.pair })),
  z.strictObject({ login: z.literal('again') }).transform((): Line => ({ kind: 'login' })),
  z
    .strictObject({ crash: z.literal(true), until: moment.optional() })
    .transform((line): Line => ({ kind: 'crash', until: line.until })),
  z
    .strictObject({
      fault: z.literal('send'),
      times: z.number().int().min(1).max(10_000).optional(),
      code: z.union([z.number().int(), z.literal('timeout')]),
    })
    .transform((line): Line => ({ kind: 'fault', times: line.times ?? 1, code: line.code })),
  z.strictObject({ sql: z.string().min(1) }).transform((line): Line => ({ kind: 'sql', sql: line.sql })),
]);

/** Reads a JSON line; undefined where it is none of the contract's. */
export function readJsonLine(line: string): Line | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return undefined;
  }
  return jsonLine.safeParse(parsed).data;
}

const UNITS: Readonly<Record<string, number>> = { 分钟: MINUTE, 小时: HOUR, 天: DAY };

/** Directions in brackets, in the order in which they are tried. */
const DIRECTIONS: readonly (readonly [RegExp, (found: RegExpExecArray) => Line | undefined])[] = [
  [
    /^过\s*(\d{1,6})\s*(分钟|小时|天)$/u,
    (found) => ({ kind: 'wait', milliseconds: Number(found[1]) * (UNITS[found[2] ?? ''] ?? 0) }),
  ],
  [
    /^到\s*(\d{4}-\d{2}-\d{2})[\sT](\d{2}):(\d{2})$/u,
    (found) => ({ kind: 'local', day: found[1] ?? '', minutes: Number(found[2]) * 60 + Number(found[3]) }),
  ],
  [/^配对\s*(\S+)$/u, (found) => ({ kind: 'pair', name: found[1] ?? '' })],
  [/^重新登录$/u, () => ({ kind: 'login' })],
  [/^崩溃$/u, () => ({ kind: 'crash' })],
  [
    /^发送失败\s*(\d+)次\s*(\d+|timeout)$/u,
    (found) => ({
      kind: 'fault',
      times: Number(found[1]),
      code: found[2] === 'timeout' ? 'timeout' : Number(found[2]),
    }),
  ],
];

const DIRECTION = /^[（(](.*)[）)]$/u;
const IN_ROOM = /^([^@:：]{1,100})@([^:：]{1,100})[:：]\s?([\s\S]*)$/u;
const IN_PRIVATE = /^([^@:：（(]{1,100})[:：]\s?([\s\S]*)$/u;

/**
 * Reads a typed line: `王阿姨@和美一号院邻里群: 投诉 …`, `小刘: 待办`, `（过2小时）`. `\n` in it is a new line, `[图片 a.jpg]`
 * a photo. Undefined where it is none of these.
 */
export function readTypedLine(line: string): Line | undefined {
  const direction = DIRECTION.exec(line.trim())?.[1];
  if (direction !== undefined) {
    for (const [pattern, make] of DIRECTIONS) {
      const found = pattern.exec(direction.trim());
      if (found !== null) return make(found);
    }
    return undefined;
  }
  const room = IN_ROOM.exec(line);
  const found = room ?? IN_PRIVATE.exec(line);
  if (found === null) return undefined;
  const typed = (room === null ? found[2] : found[3]) ?? '';
  const photo = /^\[图片\s*([A-Za-z0-9._-]+)\]$/u.exec(typed.trim())?.[1];
  return {
    kind: 'say',
    from: (found[1] ?? '').trim(),
    ...(room === null ? {} : { in: (room[2] ?? '').trim() }),
    text: photo === undefined ? typed.replaceAll('\\n', '\n') : '',
    mention: false,
    ...(photo === undefined ? {} : { image: photo }),
  };
}
