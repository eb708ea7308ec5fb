import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { readTable } from './phrase-table.ts';

/** Lunar dates, solar terms, holidays and offsets: all that libraries reckon. */
const KINDS = /正月|腊|除夕|农历|冬至|清明|立春|国庆|节后|工作日|明天|小时后/;
const rows = readTable('test/kernel/dates/phrases.txt').filter(({ words }) => KINDS.test(words));

test.each(['Asia/Shanghai', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'])(
  'in a process that lives in %s the same is understood',
  (zone) => {
    const code = `
      import { readTable, understood } from './test/kernel/dates/phrase-table.ts';
      const rows = readTable('test/kernel/dates/phrases.txt').filter(({ words }) => /${KINDS.source}/.test(words));
      console.log(JSON.stringify(rows.map(understood)));`;
    const printed = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    });
    expect(rows.length).toBeGreaterThan(50);
    expect(JSON.parse(printed)).toEqual(rows.map(({ expected }) => expected));
  },
);
