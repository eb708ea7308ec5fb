import { join } from 'node:path';
import { supervise } from '../../../../src/adapters/supervisor/supervisor.ts';
import { systemClock } from '../../../../src/kernel/clock.ts';

process.exitCode = await supervise({
  module: join(import.meta.dirname, 'worker.ts'),
  clock: systemClock,
  onPause: (status, milliseconds) => process.stdout.write(`pause ${String(status)} ${milliseconds}\n`),
  firstPause: Number(process.env['FIRST_PAUSE'] ?? '1'),
});
