import { withClient } from './client.ts';

/** What makes a server durable, as it reports it itself. */
export interface ServerSettings {
  readonly version: string;
  readonly encoding: string;
  readonly fsync: string;
  readonly fullPageWrites: string;
  readonly synchronousCommit: string;
}

/** Reads the settings on a connection like the program's. */
export async function serverSettings(address: string): Promise<ServerSettings> {
  return withClient(address, async (client) => {
    const { rows } = await client.query<{ name: string; setting: string }>('SELECT name, setting FROM pg_settings');
    const settings = new Map(rows.map(({ name, setting }) => [name, setting]));
    const read = (name: string): string => settings.get(name) ?? '';
    return {
      version: read('server_version').replace(/ .*/u, ''),
      encoding: read('server_encoding'),
      fsync: read('fsync'),
      fullPageWrites: read('full_page_writes'),
      synchronousCommit: read('synchronous_commit'),
    };
  });
}
