import { writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { createSecureContext, TLSSocket } from 'node:tls';
import { generate } from 'selfsigned';

const HOSTS = ['wx.qq.com', '*.wx.qq.com', 'wx2.qq.com', '*.wx2.qq.com', '*.weixin.qq.com'];

/**
 * Lets the server be reached as WeChat itself, by a program that knows nothing of it: as its proxy (`HTTPS_PROXY`),
 * which ends TLS with a throw-away certificate (`NODE_EXTRA_CA_CERTS`). Answers where the certificate lies.
 */
export async function openTunnel(server: Server, folder: string): Promise<string> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'wx.qq.com' }], {
    keySize: 2048,
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: HOSTS.map((value) => ({ type: 2 as const, value })) },
    ],
  });
  const secureContext = createSecureContext({ key, cert });
  server.on('connect', (request, socket) => {
    const host = (request.url ?? '').split(':')[0] ?? '';
    if (!/(^|\.)(wx2?|weixin)\.qq\.com$/u.test(host)) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    server.emit('connection', new TLSSocket(socket, { isServer: true, secureContext }));
  });
  const path = join(folder, 'loopback-ca.pem');
  writeFileSync(path, cert);
  return path;
}
