import type { ClientConfig } from 'pg';

/** Whether an address is one of PostgreSQL; what is none is a file's. */
export function isPostgresAddress(address: string): boolean {
  return /^postgres(?:ql)?:\/\//u.test(address);
}

/** Whether an address can be read: a host, a database, and in the password no sign that should be written as `%…`. */
export function isReadableAddress(address: string): boolean {
  return URL.canParse(address) && isPostgresAddress(address) && new URL(address).pathname.length > 1;
}

/** The address for people: host, port and database. Never who connects, nor with what password. */
export function sayAddress(address: string): string {
  const { hostname, port, pathname, searchParams } = new URL(address);
  const host = hostname === '' ? (searchParams.get('host') ?? 'localhost') : hostname;
  return `${host}:${port === '' ? '5432' : port}${decodeURIComponent(pathname)}`;
}

/** How long a transaction waits for another process's; as long as on SQLite. */
const LOCK_TIMEOUT = 5_000;
const CONNECTING = 10_000;

/**
 * What every session is set to, whatever the server, the database or the role says otherwise. Prisma's adapter reads and
 * writes moments without their zone, so the session has to be in UTC. A server that has heard nothing of the other
 * machine for 50 seconds ends its session, and with it the locks that it held.
 */
const SESSION = {
  TimeZone: 'UTC',
  DateStyle: 'ISO',
  search_path: 'public',
  default_transaction_isolation: 'read\\ committed',
  default_transaction_read_only: 'off',
  synchronous_commit: 'on',
  lock_timeout: String(LOCK_TIMEOUT),
  idle_in_transaction_session_timeout: '120000',
  tcp_keepalives_idle: '20',
  tcp_keepalives_interval: '10',
  tcp_keepalives_count: '3',
} as const;

/** The settings of a connection to that address. */
export function connectionOptions(address: string): ClientConfig {
  const url = new URL(address);
  const settings = Object.entries(SESSION).map(([name, value]) => `-c ${name}=${value}`);
  const options = [url.searchParams.get('options') ?? '', ...settings].join(' ').trim();
  // In the address they would replace ours.
  url.searchParams.delete('options');
  // The driver takes these for the strictest one as well, with a warning of nine lines that it will not always do so.
  if (/^(?:prefer|require|verify-ca)$/u.test(url.searchParams.get('sslmode') ?? ''))
    url.searchParams.set('sslmode', 'verify-full');
  return {
    connectionString: url.href,
    options,
    keepAlive: true,
    connectionTimeoutMillis: CONNECTING,
    application_name: 'liuxin',
  };
}
