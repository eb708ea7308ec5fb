import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { readCalendars } from '../../../src/app/calendar.ts';
import { openStore } from '../../../src/app/database.ts';
import { openStage, type Stage } from '../../kit/rehearsal.ts';

const ROOM = '和美一号院邻里群';
const COMMUNITY = '人民西路社区';
const AT = new Date('2026-11-02T02:00:00Z');

interface Event {
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly start: string;
  readonly end: string;
  readonly summary: string;
  readonly description: string;
}

/** What another program reads in the files, by a library of its own. */
async function filesOf(stage: Stage): Promise<ReadonlyMap<string, readonly Event[]>> {
  const database = await openStore(stage.address, AT, COMMUNITY, 'beside');
  const files = await readCalendars(database, AT);
  await database.close();
  return new Map(files.map(({ fileName, content }) => [fileName, eventsIn(content)]));
}

function eventsIn(content: string): readonly Event[] {
  const parsed = ICAL.Component.fromString(content);
  return parsed.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      sequence: event.sequence,
      status: String(component.getFirstPropertyValue('status')),
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
      summary: event.summary,
      description: event.description,
    };
  });
}

test('a booking keeps its UID through change and end, and its SEQUENCE rises', async () => {
  const stage = await openStage();
  await stage.play(`王阿姨@${ROOM}: 预约 理发 11月3日 09:00`, `王阿姨@${ROOM}: 满了`);
  const first = (await filesOf(stage)).get('上门理发.ics');
  expect(first).toEqual([
    {
      uid: 'booking-1-1@liuxin',
      sequence: 0,
      status: 'CONFIRMED',
      start: '2026-11-03T01:00:00.000Z',
      end: '2026-11-03T01:30:00.000Z',
      summary: '上门理发 预约号1',
      description: '',
    },
  ]);
  await stage.play(`王阿姨@${ROOM}: 改约 1 11月5日 09:40`);
  const second = (await filesOf(stage)).get('上门理发.ics');
  expect(second).toMatchObject([{ uid: 'booking-1-1@liuxin', sequence: 1, start: '2026-11-05T01:40:00.000Z' }]);
  await stage.play(`王阿姨@${ROOM}: 取消预约 1`);
  const third = (await filesOf(stage)).get('上门理发.ics');
  expect(third).toMatchObject([{ uid: 'booking-1-1@liuxin', sequence: 2, status: 'CANCELLED' }]);
});

test('a service’s calendar says no more than number and time, a worker’s says whom and where', async () => {
  const stage = await openStage();
  await stage.play('李姐: 预约 理发 11月3日 09:00 给我妈', '李姐: 满了', '李姐: 和美一号院3号楼2单元501，怕烫');
  const files = await filesOf(stage);
  expect(files.get('上门理发.ics')?.map(({ description }) => description)).toEqual(['']);
  expect(files.get('小刘.ics')?.map(({ description }) => description)).toEqual([
    '李姐的妈妈 “和美一号院3号楼2单元501，怕烫”',
  ]);
  // Another grid's worker has no business there, nor has whoever does another service.
  expect([...files.keys()].filter((name) => ['小陈.ics', '方律师.ics', '老赵.ics'].includes(name))).toEqual([]);
});

test('the same bookings give the same bytes', async () => {
  const stage = await openStage();
  await stage.play(`王阿姨@${ROOM}: 预约 法律咨询 周三 15:00`);
  const database = await openStore(stage.address, AT, COMMUNITY, 'beside');
  const [once, again] = [await readCalendars(database, AT), await readCalendars(database, AT)];
  await database.close();
  expect(again).toEqual(once);
  expect(once.find(({ fileName }) => fileName === '方律师.ics')?.content).toContain('SEQUENCE:0');
});
