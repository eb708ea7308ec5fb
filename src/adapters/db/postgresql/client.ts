import { Client } from 'pg';
import { connectionOptions } from './address.ts';
import { refusalOf } from './refused.ts';

/** Runs something on a connection of its own, which is closed again. Throws ServerRefused where there is none to be had. */
export async function withClient<Value>(address: string, run: (client: Client) => Promise<Value>): Promise<Value> {
  const client = new Client(connectionOptions(address));
  // Without a listener the end of a connection would end the process; the next query fails all the same.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await run(client);
  } catch (error) {
    throw refusalOf(error, address);
  } finally {
    await client.end().catch(() => undefined);
  }
}
