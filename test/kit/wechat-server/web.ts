import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { answer } from './endpoints.ts';
import type { Answer, Body, Request } from './exchange.ts';
import type { Site } from './site.ts';

/** The HTTP side of the server. */
export interface Web {
  readonly server: Server;
  readonly port: number;
  /** How often an address was asked, by the last part of its path. */
  readonly asked: ReadonlyMap<string, number>;
  cutAll(): void;
  close(): Promise<void>;
}

async function read(message: IncomingMessage): Promise<Request> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer); // a request without an encoding comes in Buffers
  const url = new URL(message.url ?? '/', 'http://loopback');
  const isJson = message.headers['content-type']?.includes('json') === true;
  const body: unknown = isJson ? JSON.parse(Buffer.concat(parts).toString() || '{}') : {};
  // The client is the one under test: what it leaves out shows as a refusal.
  return { path: url.pathname.split('/').at(-1) ?? '', query: url.searchParams, body: body as Body };
}

function write(response: ServerResponse, given: Answer): void {
  if (given === 'unanswered') return;
  if (given === 'cut') {
    response.destroy();
    return;
  }
  const { body, status = 200, headers = {} } = given;
  const isText = typeof body === 'string' || body instanceof Uint8Array;
  response.writeHead(status, { 'content-type': isText ? 'text/html' : 'application/json', ...headers });
  response.end(isText ? body : JSON.stringify(body));
}

/** Serves the site on a free port of the loopback address. */
export async function serve(site: Site): Promise<Web> {
  const asked = new Map<string, number>();
  const sockets = new Set<Socket>();
  const take = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const request = await read(message);
      asked.set(request.path, (asked.get(request.path) ?? 0) + 1);
      write(response, await answer(request, site));
    } catch {
      response.destroy();
    }
  };
  const server = createServer((message, response) => void take(message, response));
  server.keepAliveTimeout = 1_000;
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cutAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    server,
    // A server that listens on a port has an address of this shape.
    port: (server.address() as AddressInfo).port,
    asked,
    cutAll,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        cutAll();
      }),
  };
}
