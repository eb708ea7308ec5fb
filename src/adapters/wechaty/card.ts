import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MemoryCard } from 'memory-card';
import { z } from 'zod';

/** What is in a card is its puppet's business. */
type Payload = NonNullable<MemoryCard['payload']>;
const payload = z.custom<Payload>((read) => typeof read === 'object' && read !== null && !Array.isArray(read));

/** Where the card of a data folder lies. Whoever has it is logged in as the bot: it is in no backup and no log. */
export function cardFile(folder: string): string {
  return join(folder, 'wechat.memory-card.json');
}

/** Whether a card is a part of another one, as wechaty gives one to its puppet; the whole is what lies on the disk. */
const isPart = (card: MemoryCard): boolean => card.isMultiplex();

/**
 * The keys of a login, which let a restart do without the code to scan. The package's own card is written in place,
 * with the mode that the machine happens to give: readable for everybody on most, and half a card after a power cut.
 */
export class Card extends MemoryCard {
  #isForgotten = false;

  override async load(): Promise<void> {
    if (isPart(this)) return;
    this.payload = readCard(String(this.name));
  }

  override async save(): Promise<void> {
    if (isPart(this)) return this.parent?.save();
    if (this.#isForgotten) return;
    const path = String(this.name);
    const fresh = `${path}.new`;
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    chmodSync(dirname(path), 0o700);
    writeFileSync(fresh, JSON.stringify(this.payload ?? {}), { mode: 0o600 });
    renameSync(fresh, path);
  }

  /** The login is over: nothing of it is kept, also where somebody would still save it. */
  forget(): void {
    this.#isForgotten = true;
    rmSync(String(this.name), { force: true });
  }
}

/** A card that cannot be read costs a scan, and no more. */
function readCard(path: string): Payload {
  if (!existsSync(path)) return {};
  chmodSync(path, 0o600);
  try {
    return payload.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return {};
  }
}
