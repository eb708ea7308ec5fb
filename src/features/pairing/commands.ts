import { word } from '../../engine/chat/arguments.ts';
import { type Command, command, type Reply, say } from '../../engine/chat/command.ts';
import { pairWithCode } from '../../engine/identity/pairing.ts';
import { ROLE_NAMES } from '../../engine/identity/texts.ts';
import type { Turn } from '../../engine/work.ts';
import { officeWords } from '../../kernel/text.ts';
import { fold } from '../../kernel/words.ts';
import { bindRoomHere } from './service.ts';
import { texts } from './texts.ts';

const refusalReply = (refusal: 'wrong-code' | 'too-many-tries'): Reply =>
  say(refusal === 'wrong-code' ? texts.wrongCode() : texts.tooManyTries());

async function pair(turn: Turn, code: string): Promise<Reply> {
  const paired = await pairWithCode(turn, fold(code), turn.speaker.personId);
  if (!paired.ok) return refusalReply(paired.refusal);
  const { name, role } = paired.value;
  return say(texts.paired({ name: officeWords(name), role: officeWords(ROLE_NAMES[role]) }));
}

async function bind(turn: Turn, code: string): Promise<Reply | undefined> {
  if (turn.place.kind === 'direct') return undefined;
  const bound = await bindRoomHere(turn, turn.place, code);
  if (bound.ok)
    return say(texts.bound({ room: officeWords(bound.value.topic) }), { changesRooms: true, roomId: bound.value.id });
  return bound.refusal === 'not-staff' ? say(texts.onlyStaff()) : refusalReply(bound.refusal);
}

export const pairingCommands: readonly Command[] = [
  command({
    id: 'pairing.pair',
    words: ['绑定'],
    who: 'anyone',
    where: 'direct',
    heard: 'number',
    usage: '绑定 8位码',
    example: '绑定 12345678',
    topic: '绑定',
    args: { code: word },
    run: (turn, { code }) => pair(turn, code),
  }),
  command({
    id: 'pairing.bind-room',
    words: ['绑定群'],
    who: 'anyone',
    where: 'group',
    heard: 'number',
    worksInStrangeRooms: true,
    usage: '绑定群 8位码',
    example: '绑定群 12345678',
    topic: '绑定',
    args: { code: word },
    run: (turn, { code }) => bind(turn, code),
  }),
];
