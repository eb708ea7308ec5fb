import { createHash } from 'node:crypto';
import { type Account, type Group, isGroup, type Message, type Person } from './account.ts';

type Wire = Readonly<Record<string, unknown>>;

const hash = (words: string): string => createHash('sha256').update(words).digest('hex');

/** One login: its keys, and the ids that everybody has while it lasts. */
export class Session {
  readonly uin: string = '2260001';
  readonly sid: string;
  readonly skey: string;
  readonly ticket: string;
  isOver = false;
  readonly #account: Account;
  readonly #salt: string;

  constructor(account: Account, login: number) {
    this.#account = account;
    this.#salt = `login ${login}`;
    this.sid = hash(`${this.#salt} sid`).slice(0, 16);
    this.skey = `@crypt_${hash(`${this.#salt} skey`).slice(0, 24)}`;
    this.ticket = hash(`${this.#salt} ticket`).slice(0, 32);
  }

  idOf(of: Person | Group): string {
    return isGroup(of)
      ? `@@${hash(`${this.#salt} group ${of.no}`)}`
      : `@${hash(`${this.#salt} person ${of.no}`).slice(0, 32)}`;
  }

  find(id: string): Person | Group | undefined {
    const { people, groups } = this.#account;
    return id.startsWith('@@')
      ? groups.find((group) => this.idOf(group) === id)
      : people.find((person) => this.idOf(person) === id);
  }

  contact(of: Person | Group): Wire {
    return isGroup(of) ? this.group(of, true) : this.person(of);
  }

  person(person: Person): Wire {
    const isFriend = person.isFriend;
    return {
      ...NOBODY,
      UserName: this.idOf(person),
      NickName: onWire(person.name),
      RemarkName: onWire(person.remark),
      ContactFlag: isFriend ? 3 : 0,
    };
  }

  group(group: Group, withMembers: boolean): Wire {
    const members = withMembers ? [...group.members] : [];
    return {
      ...NOBODY,
      UserName: this.idOf(group),
      NickName: onWire(group.topic),
      EncryChatRoomId: this.idOf(group),
      ContactFlag: 2,
      MemberCount: members.length,
      MemberList: members.map(([person, alias]) => ({
        UserName: this.idOf(person),
        NickName: onWire(person.name),
        DisplayName: onWire(alias),
        AttrStatus: 0,
        MemberStatus: 0,
        KeyWord: '',
      })),
      ...(group.listed === 'nameless' ? { MemberList: undefined } : {}),
    };
  }

  message({ id, from, to, at, type, content, extra }: Message): Wire {
    const inGroup = isGroup(to);
    const byBot = from === this.#account.bot;
    const named = inGroup && !byBot && type !== SYSTEM ? `${this.idOf(from)}:<br/>${content}` : content;
    return {
      MsgId: id,
      // A number in the real answers too, and as such rounded by whoever reads it in JavaScript.
      NewMsgId: Number(id),
      FromUserName: inGroup && !byBot ? this.idOf(to) : this.idOf(from),
      ToUserName: inGroup && byBot ? this.idOf(to) : this.idOf(inGroup ? this.#account.bot : to),
      MsgType: type,
      Content: named,
      Status: 3,
      ImgStatus: 1,
      CreateTime: at,
      VoiceLength: 0,
      AppMsgType: 0,
      SubMsgType: 0,
      StatusNotifyCode: 0,
      StatusNotifyUserName: '',
      Url: '',
      FileName: '',
      MediaId: '',
      RecommendInfo: { UserName: '', NickName: '', Content: '', Ticket: '' },
      ...extra((of) => this.idOf(of)),
    };
  }
}

/** The kind of a message that WeChat itself writes into a group. */
export const SYSTEM = 10_000;

/** Helpers of WeChat's own that stand in everybody's list. */
export const HELPERS = [
  { UserName: 'filehelper', NickName: '文件传输助手', ContactFlag: 3 },
  { UserName: 'weixin', NickName: '微信团队', ContactFlag: 3, VerifyFlag: 56 },
] as const;

const NOBODY = {
  Uin: 0,
  HeadImgUrl: '',
  MemberCount: 0,
  MemberList: [],
  HideInputBarFlag: 0,
  Sex: 0,
  Signature: '',
  VerifyFlag: 0,
  StarFriend: 0,
  Statues: 0,
  AttrStatus: 0,
  Province: '',
  City: '',
  Alias: '',
  SnsFlag: 0,
  DisplayName: '',
  KeyWord: '',
  ChatRoomId: 0,
} as const;

/** Words as the web protocol writes them. */
export function onWire(words: string): string {
  return words
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/\n/gu, '<br/>')
    .replace(
      /[\u{1F300}-\u{1FAFF}]/gu,
      (face) => `<span class="emoji emoji${face.codePointAt(0)?.toString(16) ?? ''}"></span>`,
    );
}
