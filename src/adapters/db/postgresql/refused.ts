import { sayAddress } from './address.ts';

/** Why the server could not be used. */
export type ServerProblem =
  /** Nobody answers there. */
  | 'unreachable'
  /** The name or the password is wrong, or this machine may not connect. */
  | 'password'
  | 'no-database'
  /** The role may not do what is needed. */
  | 'forbidden'
  /** It has no connection to give, or is only just starting. */
  | 'busy'
  /** The two sides do not agree about encryption. */
  | 'tls';

/** The server refused; somebody at the terminal can put it right. */
export class ServerRefused extends Error {
  override readonly name = 'ServerRefused';
  readonly problem: ServerProblem;
  /** Host, port and database. */
  readonly address: string;

  constructor(problem: ServerProblem, address: string) {
    super(`${problem}: ${sayAddress(address)}`);
    this.problem = problem;
    this.address = sayAddress(address);
  }
}

const PROBLEMS: readonly (readonly [ServerProblem, RegExp])[] = [
  [
    'unreachable',
    /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ENOENT|EACCES)$/u,
  ],
  ['password', /^28/u],
  ['no-database', /^3D000$/u],
  ['forbidden', /^42501$/u],
  ['busy', /^(?:53300|57P03)$/u],
  ['tls', /CERT|TLS|SSL/u],
];

/** The same of errors that come without a code, by what they say. */
const SAID: readonly (readonly [ServerProblem, RegExp])[] = [
  ['unreachable', /timeout expired|connection timeout|terminated unexpectedly/iu],
  ['password', /\bSASL\b|password must be/u],
  ['tls', /\bSSL\b/u],
];

/** What an error of connecting or of making tables means; what is none of that comes back as it is. */
export function refusalOf(error: unknown, address: string): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const [problem] =
    code === undefined
      ? (SAID.find(([, pattern]) => pattern.test(error.message)) ?? [])
      : (PROBLEMS.find(([, pattern]) => pattern.test(code)) ?? []);
  return problem === undefined ? error : new ServerRefused(problem, address);
}
