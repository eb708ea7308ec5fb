import { writeSync } from 'node:fs';
import { openDatabase } from '../../../../src/adapters/db/open.ts';

/** Writes pairs of rows, numbered upwards, each pair in one transaction, and acknowledges a number when it is committed. */
const [url = '', first = '0'] = process.argv.slice(2);
const database = await openDatabase({ url });
const at = new Date('2026-03-02T08:00:00Z');
for (let number = Number(first); ; number += 1) {
  await database.transaction(async (tx) => {
    const common = { communityId: 1, actor: 'test', at, detail: '' };
    await tx.caseEvent.create({ data: { ...common, caseNo: number, cycle: 1, kind: 'filed' } });
    await tx.auditEntry.create({ data: { ...common, action: 'file', subject: String(number) } });
  });
  writeSync(1, `${String(number)}\n`);
}
