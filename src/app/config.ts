import { z } from 'zod';
import { isReadableAddress } from '../adapters/db/postgresql/address.ts';
import { DEFAULT_LIMITS, type SendLimits } from '../engine/outbox/rules.ts';
import { texts } from './texts.ts';

const positive = z.coerce.number(texts.positive).int(texts.positive).min(1, texts.positive);

/** `2-4`: from and to, in seconds. */
const span = z
  .string()
  .regex(/^\d{1,4}-\d{1,4}$/u, texts.span)
  .transform((words): readonly [number, number] => {
    const [from = 0, to = 0] = words.split('-').map(Number);
    return [from, to];
  })
  .refine(([from, to]) => from <= to, texts.spanOrder);

const said = ([from, to]: readonly [number, number]): string => `${from}-${to}`;

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** Every setting of the program. Nobody else reads the environment. */
export const configSchema = z.object({
  DATA_DIR: z
    .string()
    .min(1, texts.notEmpty)
    .default('./data')
    .meta({ description: 'Everything that must be kept: database, backups, lock. Made with mode 0700.' }),
  WECHATY_PUPPET: z
    .string()
    .regex(/^(?:@[a-z0-9._-]+\/)?[a-z0-9._-]+$/u, texts.packageName)
    .default('wechaty-puppet-wechat4u')
    .meta({
      description: 'The package through which WeChat is reached; any other than the default has to be installed.',
    }),
  DATABASE_URL: z
    .string()
    .refine(
      (url) => url.startsWith('file:') || isReadableAddress(url),
      texts.databaseUrl.replace('{example}', 'postgresql://USER:PASSWORD@HOST:5432/DATABASE'),
    )
    .optional()
    .meta({
      description: 'Where the data are: unset for a file in DATA_DIR, or postgresql://USER:PASSWORD@HOST/DATABASE.',
    }),
  COMMUNITY: z
    .string()
    .optional()
    .meta({ description: 'Which community this process serves, by its name, where the database holds several.' }),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, texts.choice.replace('{choices}', LOG_LEVELS.join('、')))
    .default('info')
    .meta({ description: 'How much is logged to standard error. Logs hold no personal data.' }),
  SEND_GAP_SECONDS: span
    .default(DEFAULT_LIMITS.gapSeconds)
    .meta({ description: `Seconds between two messages, from-to (${said(DEFAULT_LIMITS.gapSeconds)}).` }),
  BROADCAST_GAP_SECONDS: span.default(DEFAULT_LIMITS.broadcastGapSeconds).meta({
    description: `Seconds between two rooms of a broadcast, from-to (${said(DEFAULT_LIMITS.broadcastGapSeconds)}).`,
  }),
  SEND_PER_MINUTE: positive.default(DEFAULT_LIMITS.perMinute).meta({ description: 'Messages a minute at most.' }),
  SEND_PER_ROOM_MINUTE: positive
    .default(DEFAULT_LIMITS.perRoomMinute)
    .meta({ description: 'Messages a minute and room at most.' }),
  SEND_PER_DAY: positive.default(DEFAULT_LIMITS.perDay).meta({ description: 'Messages a day at most.' }),
});
export type Config = z.infer<typeof configSchema>;

/** What is wrong with one setting. */
export interface ConfigMistake {
  readonly name: string;
  readonly message: string;
}

/** Thrown with every mistake at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly mistakes: readonly ConfigMistake[];

  constructor(mistakes: readonly ConfigMistake[]) {
    super(mistakes.map((mistake) => `${mistake.name}: ${mistake.message}`).join('\n'));
    this.mistakes = mistakes;
  }
}

/** Reads the settings; an empty value counts as not set. Throws a ConfigError that names every mistake. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = configSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new ConfigError(parsed.error.issues.map((issue) => ({ name: issue.path.join('.'), message: issue.message })));
}

/** The sending limits that the settings ask for. */
export function limitsOf(config: Config): SendLimits {
  return {
    gapSeconds: config.SEND_GAP_SECONDS,
    broadcastGapSeconds: config.BROADCAST_GAP_SECONDS,
    perMinute: config.SEND_PER_MINUTE,
    perRoomMinute: config.SEND_PER_ROOM_MINUTE,
    perDay: config.SEND_PER_DAY,
  };
}
