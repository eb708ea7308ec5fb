import type { ChannelRoom, Friend } from '../../engine/channel.ts';

/** A message as the transport took it. */
export interface Taken {
  readonly to: { readonly room: string } | { readonly person: string };
  readonly text: string;
  readonly mentions: readonly string[];
  /** The name of a file that was sent instead of the text. */
  readonly file?: string;
}

interface Person {
  readonly key: string;
  name: string;
  isFriend: boolean;
  remark: string;
}

/**
 * The world outside, as WeChat would keep it: people, rooms and remarks outlive the program; ids live for one login
 * session. A person is who the name says, unless a key tells namesakes apart.
 */
export class World {
  readonly #people = new Map<string, Person>();
  readonly #rooms = new Map<string, Set<string>>();
  readonly #staff: readonly string[];
  #session = 1;

  constructor(topics: readonly string[], staff: readonly string[]) {
    this.#staff = staff;
    for (const topic of topics) this.#room(topic);
    for (const name of staff) this.meet(name, name);
  }

  /** The key of the login session. */
  get sessionKey(): string {
    return `rehearsal-${this.#session}`;
  }

  /** Ends the login session: from now on everybody and every room has another id. */
  loginAgain(): void {
    this.#session += 1;
  }

  /** The person of that key, met under a name. */
  meet(key: string, name: string): Person {
    const known = this.#people.get(key);
    if (known !== undefined) {
      known.name = name;
      return known;
    }
    const person = { key, name, isFriend: false, remark: '' };
    this.#people.set(key, person);
    return person;
  }

  enter(topic: string, key: string): void {
    this.#room(topic).add(key);
  }

  personId(key: string): string {
    return `${this.sessionKey}/person/${key}`;
  }

  roomId(topic: string): string {
    return `${this.sessionKey}/room/${topic}`;
  }

  /** What stands behind an outside id of the present session; undefined for one of an earlier session. */
  behind(outsideId: string): string | undefined {
    const [session, , ...rest] = outsideId.split('/');
    return session === this.sessionKey ? rest.join('/') : undefined;
  }

  nameOf(key: string): string {
    return this.#people.get(key)?.name ?? key;
  }

  setRemark(key: string, remark: string): boolean {
    const person = this.#people.get(key);
    if (person?.isFriend !== true) return false;
    person.remark = remark;
    return true;
  }

  friends(): readonly Friend[] {
    return [...this.#people.values()]
      .filter((person) => person.isFriend)
      .map(({ key, name, remark }) => ({ outsideId: this.personId(key), name, remark }));
  }

  /** Every room with its roster: the profile's staff and everybody who has spoken in it. */
  rooms(): readonly ChannelRoom[] {
    return [...this.#rooms].map(([topic, keys]) => {
      const members = [...new Set([...this.#staff, ...keys])];
      return {
        outsideId: this.roomId(topic),
        topic,
        memberNames: members.map((key) => this.nameOf(key)),
        memberIds: members.map((key) => this.personId(key)),
      };
    });
  }

  #room(topic: string): Set<string> {
    const known = this.#rooms.get(topic) ?? new Set<string>();
    this.#rooms.set(topic, known);
    return known;
  }
}
