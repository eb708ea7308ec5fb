import net from 'node:net';
import { expect, test } from 'vitest';

test('the tests run far from the time zone of the community', () => {
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe('America/Los_Angeles');
  expect(new Date('2026-11-02T09:00:00+08:00').getDate()).toBe(1);
});

test('no test reaches another machine', async () => {
  expect(() => net.connect({ host: '192.0.2.1', port: 80 })).toThrow('another machine');
  expect(() => net.connect(80, '192.0.2.1')).toThrow('another machine');
  await expect(fetch('http://192.0.2.1/')).rejects.toThrow();
});

test('a test may reach what it has started itself', async () => {
  const server = net.createServer((socket) => socket.end('hello'));
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const heard = await new Promise<string>((resolve, reject) => {
    net.connect(port, '127.0.0.1').setEncoding('utf8').once('data', resolve).once('error', reject);
  });
  server.close();
  expect(heard).toBe('hello');
});
