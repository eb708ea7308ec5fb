import type { Bot } from '../../engine/bot.ts';
import type { Channel } from '../../engine/channel.ts';
import type { Database } from '../../engine/tx.ts';
import { type Clock, later, MINUTE } from '../../kernel/clock.ts';
import { isoLocal, momentAt } from '../../kernel/moment.ts';
import type { Random } from '../../kernel/random.ts';
import { createRehearsalChannel, type Fault, type RehearsalChannel } from './channel.ts';
import { type Life, revocable } from './lives.ts';
import type { Line } from './script.ts';
import { bindNewRooms, deliver, pairByName, recallRemarks, type Say } from './stage.ts';
import { type Taken, World } from './world.ts';

/** What the rehearsal is given by the composition. */
export interface RehearsalOptions {
  readonly zone: string;
  readonly topics: readonly string[];
  readonly staff: readonly string[];
  readonly start: Date;
  readonly random: Random;
  openDatabase(): Promise<Database>;
  makeBot(ports: { readonly clock: Clock; readonly channel: Channel; readonly database: Database }): Bot;
  query(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Called for each message that the transport really took. */
  onTaken(at: string, message: Taken): void;
}

/** How a line ended: rows of a query, or why it was refused. */
export interface Outcome {
  readonly rows?: readonly Readonly<Record<string, unknown>>[];
  readonly error?: string;
}

/** After something was said the clock runs on for at most this long. */
const PATIENCE = 10 * MINUTE;
/** More alarms than this at one moment mean that the program never comes to rest: a mistake of ours. */
const ALARMS_AT_ONCE = 10_000;

/** The whole bot on a clock of its own: it jumps from one due moment to the next. */
export class Rehearsal {
  readonly #options: RehearsalOptions;
  readonly #world: World;
  readonly #faults: Fault[] = [];
  readonly #unheard: Say[] = [];
  #now: Date;
  #life: Life | undefined;
  #channel: RehearsalChannel | undefined;
  #downUntil: Date | undefined;
  #said = 0;
  #keyPrefix = '';

  constructor(options: RehearsalOptions) {
    this.#options = options;
    this.#now = options.start;
    this.#world = new World(options.topics, options.staff);
  }

  /** Starts the program; must be called before the first line. */
  async start(): Promise<void> {
    this.#downUntil = undefined;
    const database = await this.#options.openDatabase();
    const channel = createRehearsalChannel(
      this.#world,
      (message) => {
        this.#options.onTaken(isoLocal(this.#now, this.#options.zone), message);
      },
      this.#faults,
      this.#options.random,
    );
    const { ports, revoke } = revocable({ channel, database });
    const bot = this.#options.makeBot({ ...ports, clock: { now: () => this.#now } });
    this.#life = { bot, crash: revoke };
    this.#channel = channel;
    if (this.#said === 0) await recallRemarks(bot, this.#world);
    await bot.start();
    await bindNewRooms(bot, this.#world);
    if (this.#keyPrefix === '') this.#keyPrefix = String(await bot.lastInboxId());
    await bot.runDue();
    for (const say of this.#unheard.splice(0)) await this.#deliver(say);
  }

  /** Ends the program and its connection. */
  async end(): Promise<void> {
    await this.#life?.bot.stop();
    await this.#crash();
  }

  /** Does what a line says, and everything that follows from it. */
  async run(line: Line): Promise<Outcome> {
    switch (line.kind) {
      case 'say':
        return this.#say(line);
      case 'now':
        return this.#moveTo(line.to);
      case 'wait':
        return this.#moveTo(later(this.#now, line.milliseconds));
      case 'local':
        return this.#moveTo(momentAt(line.day, line.minutes, this.#options.zone));
      case 'pair':
        return this.#pair(line.name);
      case 'login':
        await this.#crash();
        this.#world.loginAgain();
        await this.start();
        return {};
      case 'crash':
        return this.#crashUntil(line.until);
      case 'fault':
        this.#faults.push({ times: line.times, code: line.code });
        return {};
      case 'sql':
        return this.#query(line.sql);
    }
  }

  async #say(say: Say): Promise<Outcome> {
    if (say.at !== undefined && say.at > this.#now) await this.#advance(say.at);
    if (this.#life === undefined) {
      this.#unheard.push(say);
      return {};
    }
    const since = this.#now;
    await this.#deliver(say);
    await this.#settle(since);
    return {};
  }

  async #deliver(say: Say): Promise<void> {
    this.#said += 1;
    const key = say.id === undefined ? `said:${this.#keyPrefix}:${this.#said}` : `id:${say.id}`;
    if (this.#channel !== undefined) await deliver(this.#world, this.#channel, say, key);
  }

  /** Until everything that was caused has been sent, or is held back. */
  async #settle(since: Date): Promise<void> {
    const until = later(since, PATIENCE);
    const bot = this.#life?.bot;
    if (bot === undefined) return;
    await bot.runDue();
    while (await bot.isBusy(since, until)) {
      const next = await bot.nextDue();
      if (next === undefined || next > until) return;
      await this.#ring(bot, next);
    }
  }

  async #moveTo(to: Date): Promise<Outcome> {
    if (Number.isNaN(to.getTime())) return { error: 'that is no moment' };
    if (to < this.#now)
      return { error: `the clock only moves forward; it is ${isoLocal(this.#now, this.#options.zone)}` };
    await this.#advance(to);
    return {};
  }

  /** Moves the clock; everything that falls due on the way happens, in order. */
  async #advance(to: Date): Promise<void> {
    for (;;) {
      if (this.#life === undefined) {
        if (this.#downUntil === undefined || this.#downUntil > to) break;
        this.#setClock(this.#downUntil);
        await this.start();
      }
      const { bot } = this.#life ?? {};
      const next = await bot?.nextDue();
      if (bot === undefined || next === undefined || next > to) break;
      await this.#ring(bot, next);
    }
    this.#setClock(to);
  }

  #rings = { at: 0, count: 0 };

  async #ring(bot: Bot, at: Date): Promise<void> {
    this.#setClock(at);
    const moment = this.#now.getTime();
    this.#rings = this.#rings.at === moment ? { at: moment, count: this.#rings.count + 1 } : { at: moment, count: 1 };
    if (this.#rings.count > ALARMS_AT_ONCE) throw new Error('the program does not come to rest');
    await bot.runDue();
  }

  #setClock(to: Date): void {
    if (to > this.#now) this.#now = to;
  }

  async #crash(): Promise<void> {
    const life = this.#life;
    this.#life = undefined;
    this.#channel = undefined;
    await life?.crash();
  }

  async #crashUntil(until: Date | undefined): Promise<Outcome> {
    if (until !== undefined && until <= this.#now) return { error: '"until" lies in the past' };
    await this.#crash();
    if (until === undefined) await this.start();
    else this.#downUntil = until;
    return {};
  }

  async #pair(name: string): Promise<Outcome> {
    const bot = this.#life?.bot;
    if (bot === undefined) return { error: 'the program is down' };
    if (!(await pairByName(bot, this.#world, name))) return { error: `the community has no staff member ${name}` };
    await bot.runDue();
    return {};
  }

  async #query(sql: string): Promise<Outcome> {
    try {
      return { rows: await this.#options.query(sql) };
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  }
}
