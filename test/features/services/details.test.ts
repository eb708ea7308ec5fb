import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readProfile } from '../../../src/engine/community/read-profile.ts';
import { partDetails, withDiet } from '../../../src/features/services/rules/details.ts';
import { read } from '../../kit/project-files.ts';

const sample = readProfile(read('prisma/communities/renmin-xilu.yaml'));
if (!sample.ok) throw new Error('the sample community is broken');
const { compounds } = sample.value;

describe('what was told of a home is parted: the kitchen hears no address, the courier no diet', () => {
  test.each([
    ['3号楼2单元501，13900001111，不吃辣', '3号楼2单元501，13900001111', '不吃辣'],
    ['西城花园2号楼1单元301 电话13800002222 糖尿病', '西城花园2号楼1单元301 电话13800002222', '糖尿病'],
    ['和美一号院3号楼2单元501花生过敏', '和美一号院3号楼2单元501', '花生过敏'],
    ['糖尿病住3号楼2单元', '3号楼2单元', '糖尿病住'],
    ['不吃辣，3号楼2单元', '3号楼2单元', '不吃辣'],
    ['3号楼2单元，忌口：香菜、葱，敲门要响', '3号楼2单元，敲门要响', '忌口：香菜、葱'],
    ['花生过敏', '', '花生过敏'],
    ['3号楼2单元501', '3号楼2单元501', ''],
    ['3号楼2单元，不忌口', '3号楼2单元，不忌口', ''],
    ['3号楼2单元，没有忌口', '3号楼2单元，没有忌口', ''],
    ['3号楼2单元，没什么忌口，不过敏', '3号楼2单元，没什么忌口，不过敏', ''],
    ['', '', ''],
  ])('%s', (words, door, diet) => {
    expect(partDetails(words, compounds)).toEqual({ door, diet });
  });

  test('what was asked is the kitchen’s, however it is said, and a new answer replaces it', () => {
    const kept = withDiet(withDiet('3号楼2单元501', '吃斋'), '虾会起疹子');
    expect(partDetails(kept, compounds)).toEqual({ door: '3号楼2单元501', diet: '虾会起疹子' });
  });

  test('whatever is told, no house, door or telephone comes to the kitchen, and no diet is lost', () => {
    const pieces = [
      '3号楼',
      '2单元501',
      '13900001111',
      '和美一号院',
      '不吃辣',
      '糖尿病',
      '忌葱',
      '怕烫',
      '妈妈住',
      '，',
      ' ',
    ];
    const piece = fc.constantFrom(...pieces);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.array(piece, { maxLength: 4 }), (told, asked) => {
        const { diet, door } = partDetails(withDiet(told.join(''), asked.join('')), compounds);
        expect(diet).not.toMatch(/\d{3}|号楼|单元/);
        for (const word of ['不吃辣', '糖尿病', '忌葱'].filter((one) => told.includes(one))) {
          expect(diet).toContain(word);
          expect(door).not.toContain(word);
        }
      }),
    );
  });
});
