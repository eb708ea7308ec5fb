import type { Answer, Request } from './exchange.ts';
import type { Session } from './session.ts';
import type { Site } from './site.ts';

const checked = (retcode: number, selector: number): Answer => ({
  body: `window.synccheck={retcode:"${retcode}",selector:"${selector}"}`,
});

/** The long poll: answers as soon as there is something, or when it has waited long enough. */
export async function pollSync({ query }: Request, session: Session, site: Site): Promise<Answer> {
  const known = Number((query.get('synckey') ?? '').split('_')[1] ?? 0);
  const { account, faults } = site;
  const late = new Promise<'late'>((resolve) => {
    setTimeout(() => resolve('late'), site.pollMilliseconds).unref();
  });
  for (;;) {
    if (faults.isAway) return 'cut';
    if (session.isOver) return checked(1101, 0);
    if (account.items.length > known) return checked(0, 2);
    if ((await Promise.race([site.news(), late])) === 'late') return checked(0, 0);
  }
}

/** What has come since the client's key. With that key it says that it has what came before. */
export function takeSync({ body }: Request, session: Session, { account }: Site): Answer {
  const known = body.SyncKey?.List[0]?.Val ?? 0;
  account.taken = Math.max(account.taken, known);
  const fresh = account.items.filter((item) => item.seq > known);
  const messages = fresh.flatMap((item) => (item.kind === 'message' ? [session.message(item.message)] : []));
  const contacts = fresh.flatMap((item) => (item.kind === 'contact' ? [session.contact(item.of)] : []));
  const key = { Count: 1, List: [{ Key: 1, Val: account.items.length }] };
  return {
    body: {
      BaseResponse: { Ret: 0, ErrMsg: '' },
      AddMsgCount: messages.length,
      AddMsgList: messages,
      ModContactCount: contacts.length,
      ModContactList: contacts,
      DelContactCount: 0,
      DelContactList: [],
      SyncKey: key,
      SyncCheckKey: key,
      SKey: '',
    },
  };
}
