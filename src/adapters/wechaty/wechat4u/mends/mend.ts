import type { Life } from '../../life.ts';
import type { Client, Inside } from '../inside.ts';

/** Something in the client or its puppet that nothing above can put right. */
export interface Mend {
  /** Before the puppet starts. */
  readonly puppet?: (inside: Inside, life: Life, announce: () => void) => void;
  /** As soon as the client is there, before the puppet listens to it and before it connects. */
  readonly client?: (client: Client, inside: Inside, life: Life, announce: () => void) => void;
}
