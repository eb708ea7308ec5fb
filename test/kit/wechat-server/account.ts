/** Somebody in WeChat. Two people may have one name. */
export interface Person {
  readonly no: number;
  name: string;
  isFriend: boolean;
  /** The remark that the bot's account has set; it outlives every login. */
  remark: string;
}

/** A group. */
export interface Group {
  readonly no: number;
  topic: string;
  /** Who is in it, with the name that they have in this group, empty where they have none. The bot is one of them. */
  readonly members: Map<Person, string>;
  /**
   * When a client hears of it: `recent` with the login, members and all; `saved` with the list of contacts, without
   * its members; `late` only when asked for by id; `nameless` never with a list of members.
   */
  readonly listed: 'recent' | 'saved' | 'late' | 'nameless';
}

/** Something that the server has for the client, in the order in which it came. */
export type Item =
  | { readonly seq: number; readonly kind: 'message'; readonly message: Message }
  | { readonly seq: number; readonly kind: 'contact'; readonly of: Person | Group };

/** A message as it is kept, before the names of a login are put in. */
export interface Message {
  /** The server's number for it, the same however often it is told. */
  readonly id: string;
  readonly from: Person;
  readonly to: Group | Person;
  /** Seconds since 1970. */
  readonly at: number;
  readonly type: number;
  /** As it goes over the wire: line ends as `<br/>`, signs as entities. */
  readonly content: string;
  /** Fields beyond those that every message has, with the ids of the login in which it is told. */
  readonly extra: (idOf: (of: Person | Group) => string) => Readonly<Record<string, unknown>>;
  /** What the media addresses answer for it. */
  readonly bytes?: Uint8Array;
}

/** What the bot has sent. */
export interface Sent {
  readonly to: Person | Group;
  readonly text: string;
  readonly clientMsgId: string;
  /** The name of a file, where it was one. */
  readonly file?: string;
}

/** The bot's account as WeChat keeps it: it outlives the logins. */
export class Account {
  readonly bot: Person = { no: 0, name: '六心小助手', isFriend: false, remark: '' };
  readonly people: Person[] = [this.bot];
  readonly groups: Group[] = [];
  readonly sent: Sent[] = [];
  readonly items: Item[] = [];
  /** What lies before this number has been taken by a client. */
  taken = 0;
  #nextId = 7_000_000_000_000_000_000n;

  addPerson(name: string, { friend = false, remark = '' } = {}): Person {
    const person = { no: this.people.length, name, isFriend: friend, remark };
    this.people.push(person);
    return person;
  }

  addGroup(
    topic: string,
    members: readonly (Person | readonly [Person, string])[],
    listed: Group['listed'] = 'recent',
  ): Group {
    const group: Group = { no: this.groups.length, topic, members: new Map([[this.bot, '']]), listed };
    for (const member of members) {
      const [person, alias] = 'no' in member ? ([member, ''] as const) : member;
      group.members.set(person, alias);
    }
    this.groups.push(group);
    return group;
  }

  /** Numbers as the server's: too long for a JavaScript number. */
  newId(): string {
    this.#nextId += 1_000_003n;
    return String(this.#nextId);
  }

  put(item: { readonly message: Message } | { readonly contact: Person | Group }): void {
    const seq = this.items.length + 1;
    this.items.push(
      'message' in item ? { seq, kind: 'message', message: item.message } : { seq, kind: 'contact', of: item.contact },
    );
  }

  messageOf(id: string): Message | undefined {
    for (const item of this.items) if (item.kind === 'message' && item.message.id === id) return item.message;
    return undefined;
  }
}

export function isGroup(of: Person | Group): of is Group {
  return 'topic' in of;
}
