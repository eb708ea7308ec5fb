import { describe, expect, test } from 'vitest';
import { readProfile } from '../../../src/engine/community/read-profile.ts';
import { nearService } from '../../../src/features/services/rules/near.ts';
import { questionIn } from '../../../src/features/services/rules/questions.ts';
import { servicesIn } from '../../../src/features/services/rules/request.ts';
import { read } from '../../kit/project-files.ts';

const profile = readProfile(read('prisma/communities/renmin-xilu.yaml'));
if (!profile.ok) throw new Error('the sample community is broken');
const { services } = profile.value;

describe('what is asked about services at large', () => {
  test.each([
    ['有什么服务', 'what-there-is'],
    ['你们社区都有哪些服务项目？', 'what-there-is'],
    ['服务有哪些', 'what-there-is'],
    ['都能干啥', 'what-there-is'],
    ['你们能给老人干点啥', 'what-there-is'],
    ['給老人能做些什麼', 'what-there-is'],
    ['能预约什么', 'what-there-is'],
    ['怎么预约', 'how-to-book'],
    ['咋约', 'how-to-book'],
    ['请问预约怎么弄呀？', 'how-to-book'],
    ['我想预约怎么弄', 'how-to-book'],
    ['证明有哪些', 'papers'],
    ['开证明要啥', 'papers'],
    ['能开什么证明', 'papers'],
    ['居住证明', 'paper'],
    ['贫困证明', 'paper'],
    ['居住证明要什么材料', 'paper'],
    ['带什么材料', 'what-to-bring'],
    ['要带什么', 'what-to-bring'],
    ['去的时候带啥', 'what-to-bring'],
    ['要带身份证吗', 'what-to-bring'],
    ['我的证明好了没', 'whether-ready'],
    ['证明下来没', 'whether-ready'],
    ['居住证明办好了吗', 'whether-ready'],
    ['证明什么时候能取', 'whether-ready'],
    // Talk, complaints and wishes.
    ['你干啥', undefined],
    ['你们都干啥去了', undefined],
    ['服务态度差', undefined],
    ['有什么用', undefined],
    ['怎么约不上', undefined],
    ['我能证明是他干的', undefined],
    ['谁能证明', undefined],
    ['这能证明什么', undefined],
    ['给我开个证明', undefined],
    ['证明开不了', undefined],
    ['电梯好了没', undefined],
    ['带什么孩子', undefined],
    ['物业都干什么吃的', undefined],
  ])('%s: %s', (words, asked) => {
    expect(questionIn(words)).toBe(asked);
  });
});

describe('slips in the name of a service', () => {
  test.each([
    ['里发周四九点', '上门理发', true],
    ['理法明天', '上门理发', true],
    ['体减', '健康体检', true],
    ['社饱', '社保查询', false],
    ['送水明天', '助老送餐', false],
    ['约理法', '上门理发', true],
  ])('%s is near to %s', (words, name, isSound) => {
    expect(nearService(words, services)).toMatchObject({ service: { name }, isSound });
  });

  test.each(['火星旅行', '挂号', '下周二', '周四九点发钱', '开锁', ''])('%s is near to none', (words) => {
    expect(nearService(words, services)).toBeUndefined();
  });
});

describe('other things whose names hold that of a service', () => {
  test.each(['理发店在哪', '体检结果出来了', '体检报告什么时候出', '律师事务所'])('%s names none', (words) => {
    expect(servicesIn(words, services)).toEqual([]);
  });
});
