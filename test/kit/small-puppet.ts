import { FileBox } from 'file-box';
import { type payloads, Puppet, types } from 'wechaty-puppet';

const ROOM = 'room-1';
const NAMES: Readonly<Record<string, string>> = { bot: '小六', wang: '王阿姨', li: '李叔' };

type Said = Pick<payloads.Message, 'id' | 'type' | 'text'> & { readonly talkerId: string; readonly isPrivate: boolean };

/** A puppet that is none of WeChat's: three people, one room, and what a test has them say. Its ids stay for ever. */
export class SmallPuppet extends Puppet {
  readonly sent: { readonly to: string; readonly text: string }[] = [];
  readonly aliases = new Map<string, string>();
  readonly #said = new Map<string, Said>();

  override async onStart(): Promise<void> {
    setImmediate(() => this.login('bot'));
  }
  override async onStop(): Promise<void> {}

  say(said: Partial<Said> & { readonly talkerId: string }): void {
    const id = `m${this.#said.size + 1}`;
    this.#said.set(id, { type: types.Message.Text, text: '', isPrivate: false, ...said, id });
    this.emit('message', { messageId: id });
  }

  override async messageRawPayload(id: string): Promise<Said | undefined> {
    return this.#said.get(id);
  }
  override async messageRawPayloadParser(said: Said): Promise<payloads.Message> {
    const { id, type, text = '', talkerId, isPrivate } = said;
    const common = { id, type, text, talkerId, timestamp: 0 };
    return isPrivate ? { ...common, listenerId: 'bot' } : { ...common, roomId: ROOM };
  }
  override async messageFile(id: string): Promise<FileBox> {
    return FileBox.fromBuffer(Buffer.from([1, 2, 3]), `../${id}`);
  }
  override async messageSendText(to: string, text: string): Promise<void> {
    this.sent.push({ to, text });
  }

  override async contactList(): Promise<string[]> {
    return Object.keys(NAMES);
  }
  override async contactRawPayload(id: string): Promise<payloads.Contact> {
    if (NAMES[id] === undefined) throw new Error('nobody');
    const alias = this.aliases.get(id) ?? '';
    const common = { avatar: '', gender: types.ContactGender.Unknown, phone: [], type: types.Contact.Individual };
    return { ...common, id, name: NAMES[id], alias, friend: id === 'wang' };
  }
  override async contactRawPayloadParser(raw: payloads.Contact): Promise<payloads.Contact> {
    return raw;
  }
  override async contactAlias(id: string, alias?: string | null): Promise<never> {
    if (id !== 'wang') throw new Error('no friend');
    this.aliases.set(id, alias ?? '');
    return undefined as never; // two signatures in one, of which the program uses the one that answers nothing
  }

  override async roomList(): Promise<string[]> {
    return [ROOM];
  }
  override async roomRawPayload(id: string): Promise<payloads.Room> {
    return { adminIdList: [], avatar: '', id, memberIdList: Object.keys(NAMES), topic: '邻里群' };
  }
  override async roomRawPayloadParser(raw: payloads.Room): Promise<payloads.Room> {
    return raw;
  }
  override async roomMemberList(): Promise<string[]> {
    return Object.keys(NAMES);
  }
  override async roomMemberRawPayload(_: string, id: string): Promise<payloads.RoomMember> {
    return { avatar: '', id, name: NAMES[id] ?? '', roomAlias: id === 'li' ? '3栋老李' : '' };
  }
  override async roomMemberRawPayloadParser(raw: payloads.RoomMember): Promise<payloads.RoomMember> {
    return raw;
  }
}
