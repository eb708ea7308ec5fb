import type { Account } from './account.ts';
import type { Faults } from './faults.ts';
import type { Login } from './login.ts';

/** What every address works on. */
export interface Site {
  readonly account: Account;
  readonly faults: Faults;
  readonly login: Login;
  readonly pollMilliseconds: number;
  /** Resolves when something has happened that a waiting client wants to know. */
  readonly news: () => Promise<void>;
  /** Something has happened. */
  readonly wake: () => void;
}
