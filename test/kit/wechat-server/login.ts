import type { Account } from './account.ts';
import type { Answer, Request } from './exchange.ts';
import { Session } from './session.ts';

/** The way in: a code to scan, somebody who scans it, and the keys of a new session. */
export class Login {
  session: Session | undefined;
  /** Whether the phone is at hand and confirms at once. */
  scansByItself = true;
  #logins = 0;
  #code = '';
  #state: 'waiting' | 'confirmed' | 'expired' = 'waiting';
  readonly #account: Account;

  constructor(account: Account) {
    this.#account = account;
  }

  /** Confirms the code that is shown. */
  scan(): void {
    this.#state = 'confirmed';
  }

  /** The code that is shown has become too old. */
  expire(): void {
    this.#state = 'expired';
  }

  /** A session without the scanning, for a client that has a card. */
  open(): Session {
    this.#logins += 1;
    this.session = new Session(this.#account, this.#logins);
    return this.session;
  }

  async answer({ path, query }: Request, news: () => Promise<void>): Promise<Answer | undefined> {
    switch (path) {
      case 'jslogin':
        this.#code = `code-${this.#account.newId()}`;
        this.#state = this.scansByItself ? 'confirmed' : 'waiting';
        return { body: `window.QRLogin.code = 200; window.QRLogin.uuid = "${this.#code}";` };
      case 'login': {
        if (this.#state === 'waiting') await news();
        if (query.get('uuid') !== this.#code || this.#state === 'expired') return { body: 'window.code=400;' };
        const to = 'https://wx.qq.com/cgi-bin/mmwebwx-bin/webwxnewloginpage?ticket=t&scan=1';
        return {
          body: this.#state === 'waiting' ? 'window.code=408;' : `window.code=200;\nwindow.redirect_uri="${to}";`,
        };
      }
      case 'webwxnewloginpage':
        return welcome(this.open());
      default:
        return undefined;
    }
  }
}

function welcome({ uin, sid, skey, ticket }: Session): Answer {
  const xml =
    `<error><ret>0</ret><message></message><skey>${skey}</skey><wxsid>${sid}</wxsid>` +
    `<wxuin>${uin}</wxuin><pass_ticket>${ticket}</pass_ticket><isgrayscale>1</isgrayscale></error>`;
  const cookie = (name: string, value: string): string => `${name}=${value}; Domain=wx.qq.com; Path=/; Secure`;
  return {
    status: 301,
    headers: { 'set-cookie': [cookie('wxuin', uin), cookie('wxsid', sid), cookie('webwx_data_ticket', ticket)] },
    body: xml,
  };
}
