import { describe, expect, test } from 'vitest';
import { features } from '../../src/app/features.ts';
import { takeArguments } from '../../src/engine/chat/arguments.ts';
import { wordTable } from '../../src/engine/chat/command.ts';
import { hear } from '../../src/engine/chat/hearing.ts';
import { readProfile } from '../../src/engine/community/read-profile.ts';
import { openStage, type Sent } from '../kit/rehearsal.ts';
import { read } from '../kit/project-files.ts';

const commands = features.flatMap((feature) => feature.commands);
const table = wordTable(commands);

describe('every command', () => {
  test('is in the help of somebody who can use it', async () => {
    const stage = await openStage();
    const topics = [...new Set(commands.map(({ topic }) => topic))];
    await stage.run('（配对 周书记）');
    const sent: Sent[] = [];
    for (const topic of topics) {
      sent.push(...(await stage.play(`周书记: 帮助 ${topic}`, `王阿姨: 帮助 ${topic}`, '（过2分钟）')));
    }
    const helps = sent.map((message) => message.text).join('\n');
    expect(commands.filter(({ usage }) => !helps.includes(usage)).map(({ id }) => id)).toEqual([]);
  });

  const sample = readProfile(read('prisma/communities/renmin-xilu.yaml'));
  if (!sample.ok) throw new Error('the sample community is broken');
  const situation = { place: 'direct', mentionsBot: false, profile: sample.value } as const;

  test.each(commands.map((command) => [command.example, command] as const))(
    'is what its example says: %s',
    (example, command) => {
      const heard = hear(example, table, situation);
      expect(heard.kind === 'command' && heard.command.id).toBe(command.id);
      if (heard.kind === 'command') expect(takeArguments(command.args, heard.rest)).toHaveProperty('taken');
    },
  );

  test('runs when its example is typed by the secretary', async () => {
    const stage = await openStage();
    await stage.play('（配对 周书记）', '周书记: 投诉 和美一号院3号楼2单元电梯坏了');
    for (const { example, id, where } of commands) {
      const answers = await stage.play(where === 'group' ? `周书记@社区工作群: ${example}` : `周书记: ${example}`);
      expect(answers.length, id).toBeGreaterThan(0);
      expect(answers.map((answer) => answer.text).join('\n'), id).not.toMatch(/没听懂|没看懂|还差一点|要找的是不是/u);
      await stage.run('（过2分钟）');
    }
    expect(await stage.sql("select count(*) n from inbox where state = 'failed'")).toEqual([{ n: 0 }]);
  });
});
