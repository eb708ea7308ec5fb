/** What the client throws, read: a failed assertion about WeChat's answer, or an error of its HTTP library. */

const LOGGED_OUT = 1101;
const GONE: ReadonlySet<number | undefined> = new Set([1100, LOGGED_OUT, 1102]);

/** The request never left, or the line was refused: nothing has arrived. */
const NEVER_SENT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
]);

function field(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;
}

/** WeChat's return code in an error; undefined where WeChat did not answer. The client drops some as a mere message. */
export function returnCodeOf(error: unknown): number | undefined {
  if (field(error, 'message') === 'already logout') return LOGGED_OUT;
  if (field(error, 'code') !== 'ERR_ASSERTION') return undefined;
  const answered = field(field(field(field(error, 'response'), 'data'), 'BaseResponse'), 'Ret');
  const code = Number(answered ?? field(error, 'actual'));
  return Number.isInteger(code) ? code : undefined;
}

/** Whether an error says that the session is gone: from the phone, by a login elsewhere, or for its age. */
export function isSessionGone(error: unknown): boolean {
  return GONE.has(returnCodeOf(error));
}

/** Whether what was to be sent has surely not arrived. */
export function isNeverSent(error: unknown): boolean {
  const code = field(error, 'code');
  return typeof code === 'string' && NEVER_SENT.has(code);
}

/** An error in a word for a log or a terminal: a code, never the words of a message. */
export function reasonOf(error: unknown): string {
  const code = returnCodeOf(error);
  if (code !== undefined) return `WeChat ${code}`;
  const status = field(field(error, 'response'), 'status');
  if (typeof status === 'number') return `HTTP ${status}`;
  const word = field(error, 'code');
  if (typeof word === 'string') return word;
  return error instanceof Error ? error.name : 'unexpected';
}
