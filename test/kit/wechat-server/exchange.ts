/** A request, its body read as JSON where it is that. */
export interface Request {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Body;
}

/** What the client says, as far as the server looks at it. */
export interface Body {
  readonly BaseRequest?: { readonly Sid?: string };
  readonly List?: readonly { readonly UserName: string }[];
  readonly SyncKey?: { readonly List: readonly { readonly Val: number }[] };
  readonly Msg?: { readonly ToUserName: string; readonly Content?: string; readonly ClientMsgId: number };
  readonly CmdId?: number;
  readonly UserName?: string;
  readonly RemarkName?: string;
  readonly VerifyUserList?: readonly { readonly Value: string; readonly VerifyUserTicket: string }[];
}

export type Answer =
  | { readonly status?: number; readonly headers?: Readonly<Record<string, string | string[]>>; readonly body: unknown }
  | 'cut'
  | 'unanswered';
