import net from 'node:net';

const LOOPBACK = /^(localhost|::1|127\.\d+\.\d+\.\d+)$/;

/**
 * No test speaks to another machine: what passes only with the internet does not pass. Databases and servers that a
 * test starts for itself, on the loopback address or a socket file, are reached as ever.
 */
const connect = net.Socket.prototype.connect;

function isAllowed(target: unknown): boolean {
  const first: unknown = Array.isArray(target) ? target[0] : target;
  if (typeof first !== 'object' || first === null) return true;
  if ('path' in first && typeof first.path === 'string') return true;
  return !('host' in first) || typeof first.host !== 'string' || LOOPBACK.test(first.host);
}

net.Socket.prototype.connect = new Proxy(connect, {
  apply(original, socket: net.Socket, args: unknown[]) {
    // `connect(port, host)`, `connect({ port, host })`, or what net.connect makes of either: `[options, callback]`.
    const target = typeof args[0] === 'number' ? { host: args[1] } : args[0];
    if (!isAllowed(target)) throw new Error('a test tried to reach another machine');
    return Reflect.apply(original, socket, args) as net.Socket;
  },
});
