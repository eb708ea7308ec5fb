import { openPuppet } from '../../../../src/adapters/wechaty/libraries.ts';

// Prints how many listeners swallow what nobody has caught: after the package itself, or after our way of loading it.
const before = process.listeners('uncaughtException').length;
if (process.argv[2] === 'package') await import('wechaty-puppet-wechat4u');
else await openPuppet('wechaty-puppet-wechat4u');
process.stdout.write(`${process.listeners('uncaughtException').length - before}\n`);
