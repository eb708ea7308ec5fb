import { isGroup } from './account.ts';
import type { Answer, Request } from './exchange.ts';
import { HELPERS, type Session } from './session.ts';
import type { Site } from './site.ts';
import { pollSync, takeSync } from './sync.ts';

const OK = { Ret: 0, ErrMsg: '' } as const;
const refusal = (code: number): Answer => ({ body: { BaseResponse: { Ret: code, ErrMsg: '' } } });
const done = (more: object = {}): Answer => ({ body: { BaseResponse: OK, ...more } });

type Endpoint = (request: Request, session: Session, site: Site) => Answer | Promise<Answer>;

const init: Endpoint = (_, session, { account }) => {
  const recent = account.groups.filter((group) => group.listed === 'recent');
  return done({
    Count: HELPERS.length + recent.length,
    ContactList: [...HELPERS, ...recent.map((group) => session.group(group, true))],
    SyncKey: { Count: 1, List: [{ Key: 1, Val: account.taken }] },
    User: { ...session.person(account.bot), Uin: Number(session.uin) },
    SKey: session.skey,
  });
};

const getContact: Endpoint = (_, session, { account }) => {
  const friends = account.people.filter((person) => person.isFriend).map((person) => session.person(person));
  const saved = account.groups.filter((group) => group.listed === 'saved').map((group) => session.group(group, false));
  return done({ MemberCount: friends.length + saved.length, MemberList: [...friends, ...saved], Seq: 0 });
};

const batchGetContact: Endpoint = ({ body }, session) => {
  const found = (body.List ?? []).flatMap(({ UserName }) => {
    const of = session.find(UserName);
    return of === undefined ? [] : [session.contact(of)];
  });
  return done({ Count: found.length, ContactList: found });
};

/** Takes a message, unless something is set to go wrong. `text` is empty for a file. */
const send =
  (fileOf?: (content: string) => string): Endpoint =>
  ({ body }, session, { account, faults }) => {
    const fault = faults.send.shift();
    if (typeof fault === 'number') return refusal(fault);
    if (fault === 'bad-gateway') return { status: 502, body: '' };
    if (fault === 'cut') return 'cut';
    const { Msg } = body;
    const to = Msg === undefined ? undefined : session.find(Msg.ToUserName);
    if (Msg === undefined || to === undefined) return refusal(1204);
    if (!isGroup(to) && !to.isFriend) return refusal(-1);
    const content = Msg.Content ?? '';
    const common = { to, clientMsgId: String(Msg.ClientMsgId) };
    account.sent.push(
      fileOf === undefined ? { ...common, text: content } : { ...common, text: '', file: fileOf(content) },
    );
    return fault === 'unanswered' ? 'unanswered' : done({ MsgID: account.newId(), LocalID: String(Msg.ClientMsgId) });
  };

const remark: Endpoint = ({ body }, session, { account, wake }) => {
  const person = session.find(body.UserName ?? '');
  if (body.CmdId !== 2 || person === undefined || isGroup(person) || !person.isFriend) return refusal(1);
  person.remark = body.RemarkName ?? '';
  account.put({ contact: person });
  wake();
  return done();
};

const verify: Endpoint = ({ body }, session, { account, wake }) => {
  const wanted = body.VerifyUserList?.[0];
  const person = session.find(wanted?.Value ?? '');
  if (person === undefined || isGroup(person) || wanted?.VerifyUserTicket !== `ticket ${person.no}`) return refusal(1);
  person.isFriend = true;
  account.put({ contact: person });
  wake();
  return done();
};

const media: Endpoint = ({ query }, _, { account, faults }) => {
  const bytes = account.messageOf(query.get('MsgID') ?? '')?.bytes;
  if (bytes === undefined) return { status: 404, body: '' };
  if (faults.emptyMedia > 0) {
    faults.emptyMedia -= 1;
    return { body: new Uint8Array() };
  }
  return { body: bytes };
};

const logOut: Endpoint = (_, session) => {
  session.isOver = true;
  return { body: '' };
};

const TITLE = /<title>([\s\S]*?)<\/title>/u;

/** The addresses that want a session, by the last part of their path. */
const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  webwxinit: init,
  webwxstatusnotify: (_, __, { account }) => done({ MsgID: account.newId() }),
  webwxgetcontact: getContact,
  webwxbatchgetcontact: batchGetContact,
  synccheck: pollSync,
  webwxsync: takeSync,
  webwxsendmsg: send(),
  webwxsendmsgimg: send(() => 'image'),
  webwxsendappmsg: send((content) => TITLE.exec(content)?.[1] ?? ''),
  webwxuploadmedia: (_, __, { account }) => done({ MediaId: `@crypt_media_${account.newId()}` }),
  webwxoplog: remark,
  webwxverifyuser: verify,
  webwxgetmsgimg: media,
  webwxgetvoice: media,
  webwxlogout: logOut,
};

/** Uploads carry their keys in a form, which nobody here reads. */
const WITHOUT_KEYS = new Set(['webwxuploadmedia']);

function isOf(session: Session, { path, query, body }: Request): boolean {
  if (session.isOver) return false;
  const sid = body.BaseRequest?.Sid ?? query.get('sid');
  return WITHOUT_KEYS.has(path) || sid === session.sid || query.get('skey') === session.skey;
}

/** Answers one request. */
export async function answer(request: Request, site: Site): Promise<Answer> {
  const { faults, login } = site;
  if (faults.isAway) return 'cut';
  if (faults.silent.has(request.path)) return 'unanswered';
  if (faults.broken.has(request.path)) return { status: 502, body: '' };
  const atTheDoor = await login.answer(request, () => site.news());
  if (atTheDoor !== undefined) return atTheDoor;
  const endpoint = ENDPOINTS[request.path];
  if (endpoint === undefined) return { status: 404, body: '' };
  const { session } = login;
  if (session === undefined || !isOf(session, request)) {
    return request.path === 'synccheck' ? { body: 'window.synccheck={retcode:"1101",selector:"0"}' } : refusal(1101);
  }
  return endpoint(request, session, site);
}
