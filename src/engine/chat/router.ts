import { later, MINUTE } from '../../kernel/clock.ts';
import { withoutPrivateNumbers } from '../../kernel/mask.ts';
import { type GroupText, lines, officeWords, type PrivateText } from '../../kernel/text.ts';
import { fold, plainWords } from '../../kernel/words.ts';
import type { Community } from '../community/community.ts';
import type { Feature, Media, MediaDoor } from '../feature.ts';
import { findPairedStaff } from '../identity/store.ts';
import { LIFETIME } from '../outbox/rules.ts';
import type { Turn } from '../work.ts';
import { takeArguments } from './arguments.ts';
import { type Command, isForStaff, type Reply, say, wordTable } from './command.ts';
import { courtesyOf } from './courtesy.ts';
import { closeDialogue, type Dialogue, findDialogue, keepDialogue } from './dialogue-store.ts';
import { type Heard, hear, isAddressed, type Situation } from './hearing.ts';
import { type Question, question, type StandingQuestion } from './question.ts';
import { suggest, suggested, SUGGESTION } from './suggest.ts';
import { texts } from './texts.ts';
import { CALL, LEAD_IN, NO, YES } from './vocabulary.ts';
import { z } from 'zod';

/** How long a question waits for its answer. */
const PATIENCE = { room: 10 * MINUTE, direct: 30 * MINUTE } as const;
/** After this many misses in a row a person takes over and the bot is silent. */
const MISSES = 3;
/** What was not understood is quoted as far as it fits on a line with an example. */
const SHORT = 20;

export interface Router {
  /** What a message is to the bot, before anything is stored of it. */
  hear(words: string, situation: Situation): Heard;
  /** Whether talk is the answer to what was asked. */
  isAnswer(dialogue: Dialogue | undefined, words: string, community: Community): boolean;
  /** Whether talk answers something that stands open beside the dialogue. */
  isStandingAnswer(turn: Turn, words: string): Promise<boolean>;
  /** Handles words in one transaction: runs a command, takes an answer, or says that it did not understand. */
  answer(turn: Turn, words: string, mentionsBot: boolean): Promise<Reply | undefined>;
  wantsMedia(turn: Turn, media: Media): ReturnType<MediaDoor['wants']>;
  takeMedia(turn: Turn, media: Media): Promise<Reply | undefined>;
}

/** A router over the commands, questions and doors of the features. Throws when two commands share a word. */
export function createRouter(features: readonly Feature[]): Router {
  const commands = features.flatMap((feature) => feature.commands);
  const table = wordTable(commands);
  const suggestion: Question = question({
    id: SUGGESTION,
    payload: z.object({ words: z.string() }),
    fits: (words) => YES.test(fold(words)) || NO.test(fold(words)),
    answer: async (turn, words, payload) =>
      NO.test(fold(words))
        ? say(texts.notMeant())
        : ((await answerWords(turn, payload.words, true)) ??
          say(texts.notUnderstood({ example: await exampleFor(turn) }))),
  });
  const questions = new Map(
    [suggestion, ...features.flatMap((feature) => feature.questions ?? [])].map((q) => [q.id, q]),
  );

  const situationOf = ({ community, place }: Turn, mentionsBot: boolean): Situation => ({
    place: place.kind === 'room' ? place.room.kind : place.kind,
    mentionsBot,
    profile: community.profile,
  });

  const runCommand = async (turn: Turn, command: Command, rest: string): Promise<Reply | undefined> => {
    const word = officeWords(command.words[0] ?? command.id);
    if (command.who !== 'anyone') {
      if (turn.speaker.staff === undefined) return say(texts.staffOnlyUnpaired({ word }));
      if (!command.who.includes(turn.speaker.staff.role)) return say(texts.otherRole({ word }));
    }
    if (command.where === 'direct' && turn.place.kind !== 'direct') return say(texts.onlyDirect());
    if (command.where === 'group' && turn.place.kind === 'direct') return say(texts.onlyGroup());
    const taken = takeArguments(command.args, rest);
    if ('code' in taken) {
      const slots = { usage: officeWords(command.usage), example: officeWords(command.example) };
      return say(taken.code === 'missing' ? texts.missing(slots) : texts.wrong(slots));
    }
    return command.run(turn, taken.taken);
  };

  const tellStaff = async (turn: Turn, words: string): Promise<void> => {
    const options = { lane: 'staff', keepsHours: true, expiresAt: later(turn.at, LIFETIME.staff) } as const;
    const clerk = await findPairedStaff(turn.tx, turn.community.id, ['clerk', 'secretary']);
    if (clerk !== undefined && clerk.personId !== null) {
      const slots = { name: plainWords(turn.speaker.name), words: plainWords(words) };
      await turn.post.toPerson(clerk.personId, texts.handedOverToStaff(slots), options);
    } else if (turn.place.kind === 'room') {
      await turn.post.toStaffRoom(texts.handedOverInRoom({ room: officeWords(turn.place.room.topic) }), options);
    } else {
      await turn.post.toStaffRoom(texts.handedOverFromDirect(), options);
    }
  };

  /** First what was not understood, then what can be said, then a person; after that silence. */
  const missed = async (turn: Turn, words: string, dialogue: Dialogue | undefined): Promise<Reply | undefined> => {
    const again = questions.get(dialogue?.question ?? '')?.again;
    const near = again !== undefined ? undefined : suggest(words, commands, turn.speaker.staff !== undefined);
    if (near !== undefined) {
      const reply = suggested(officeWords(near.word), near.words);
      if (reply.ask !== undefined) await remember(turn, { ...reply.ask, misses: dialogue?.misses ?? 0 });
      return reply;
    }
    const misses = (dialogue?.misses ?? 0) + 1;
    await remember(turn, { question: dialogue?.question ?? '', payload: dialogue?.payload ?? null, misses });
    if (misses > MISSES) return undefined;
    if (misses === MISSES) {
      await tellStaff(turn, words);
      return say(texts.handedOver());
    }
    if (again !== undefined) return askAgain(turn, words, again, { ...dialogue, misses });
    const help = misses === 1 ? undefined : table.find(([word]) => word === CALL)?.[1];
    if (help !== undefined) return runCommand(turn, help, '');
    const example = await exampleFor(turn);
    return {
      inGroup: texts.notUnderstood({ example }),
      inPrivate: texts.notUnderstoodWords({ words: plainWords(words).slice(0, 30), example }),
    };
  };

  /** Who has something of a feature here is shown what can be said of it; everybody else, how trouble is reported. */
  const exampleFor = async (turn: Turn): Promise<GroupText> => {
    for (const feature of features) {
      const example = await feature.example?.(turn);
      if (example !== undefined) return example;
    }
    return texts.example();
  };

  /** The open question once more: first with what was not understood and an example, then its menu alone. */
  const askAgain = async (
    turn: Turn,
    words: string,
    again: NonNullable<Question['again']>,
    { payload, misses }: Pick<Dialogue, 'misses'> & Partial<Dialogue>,
  ): Promise<Reply> => {
    const reply = await again.ask(turn, payload);
    await remember(turn, { question: '', payload: null, ...reply.ask, misses });
    if (misses > 1) return reply;
    const example = officeWords(again.example);
    const said = texts.notUnderstoodAnswer({ words: plainWords(words).slice(0, SHORT), example });
    return {
      ...reply,
      inGroup: lines<GroupText>(texts.notUnderstoodHere({ example }), reply.inGroup),
      inPrivate: lines<PrivateText>(said, reply.inPrivate),
    };
  };

  const remember = (turn: Turn, dialogue: Dialogue): Promise<void> => {
    const { tx, community, place, speaker, at } = turn;
    const patience = place.kind === 'direct' ? PATIENCE.direct : PATIENCE.room;
    return keepDialogue(tx, community.id, place, speaker.personId, dialogue, later(at, patience));
  };

  const standing = features.flatMap((feature) => feature.standing ?? []);
  const standingFor = async (
    turn: Turn,
    words: string,
    isContested: boolean,
  ): Promise<StandingQuestion | undefined> => {
    for (const question of standing) {
      if (question.fits(words, isContested) && (await question.isOpen(turn))) return question;
    }
    return undefined;
  };

  const freeWords = features.flatMap((feature) => feature.freeWords ?? []);
  const byCertainty = freeWords.toSorted((a, b) => Number(b.isSure ?? false) - Number(a.isSure ?? false));

  const takeFreeWords = async (turn: Turn, words: string): Promise<Reply | undefined> => {
    for (const door of byCertainty) {
      const reply = await door.take(turn, words);
      if (reply !== undefined) return reply;
    }
    return undefined;
  };

  const settle = async (
    turn: Turn,
    reply: Reply | undefined,
    before: Dialogue | undefined,
    isAnswered: boolean,
  ): Promise<void> => {
    if (reply?.ask !== undefined) {
      await remember(turn, { ...reply.ask, misses: 0 });
    } else if (before !== undefined && (isAnswered || before.question === '')) {
      await closeDialogue(turn.tx, turn.community.id, turn.place, turn.speaker.personId);
    }
  };

  async function answerWords(turn: Turn, typed: string, mentionsBot: boolean): Promise<Reply | undefined> {
    const { tx, community, place, speaker, at } = turn;
    const heard = hear(typed, table, situationOf(turn, mentionsBot));
    const dialogue = await findDialogue(tx, community.id, place, speaker.personId, at);
    if (heard.kind === 'refused') return say(texts.staffOnly({ word: officeWords(heard.command.words[0] ?? '') }));
    const open = dialogue === undefined ? undefined : questions.get(dialogue.question);
    // A number that belongs to somebody is no part of an answer in a group.
    const words = place.kind === 'room' ? withoutPrivateNumbers(heard.words) : heard.words;
    const isTalk = heard.kind === 'talk';
    const isAnswer = open?.fits(words, dialogue?.payload, community, isTalk) === true;
    // A word that only staff may use is an answer like any other when a resident gives it.
    const isBeyondThem = heard.kind === 'command' && isForStaff(heard.command) && speaker.staff === undefined;
    const isForQuestion = isBeyondThem || open?.outranks?.(words) === true;
    if (heard.kind === 'command' && !(isForQuestion && isAnswer)) {
      if (place.kind === 'strange-room' && heard.command.worksInStrangeRooms !== true) return undefined;
      const reply = await runCommand(turn, heard.command, heard.rest);
      if (reply?.isForAddressed === true && !isAddressed(typed, situationOf(turn, mentionsBot))) return undefined;
      await settle(turn, reply, dialogue, false);
      return reply;
    }
    if (place.kind === 'strange-room') return undefined;
    const aside = await standingFor(turn, words, isTalk || isAnswer);
    if (aside !== undefined) {
      const reply = await aside.answer(turn, words);
      await settle(turn, reply, dialogue, false);
      return reply;
    }
    if (open !== undefined && isAnswer) {
      const reply = await open.answer(turn, words, dialogue?.payload);
      await settle(turn, reply, dialogue, true);
      return reply;
    }
    if (isTalk) return undefined;
    if (heard.words === '') return answerWords(turn, CALL, true);
    const courtesy = courtesyOf(words);
    if (courtesy !== undefined) return courtesy === 'heard' ? undefined : say(texts[courtesy]());
    const said = heard.words.replace(LEAD_IN, '');
    if (said !== heard.words) return answerWords(turn, said, true);
    const reply = await takeFreeWords(turn, heard.words);
    const late = reply === undefined ? await open?.takeRest?.(turn, words, dialogue?.payload) : undefined;
    if (reply === undefined && late === undefined) return missed(turn, heard.words, dialogue);
    await settle(turn, reply ?? late, dialogue, late !== undefined);
    return reply ?? late;
  }

  const doors = features.flatMap((feature) => feature.media ?? []);
  return {
    hear: (words, situation) => hear(words, table, situation),
    isAnswer: (dialogue, words, community) =>
      dialogue !== undefined &&
      questions.get(dialogue.question)?.fits(withoutPrivateNumbers(words), dialogue.payload, community, true) === true,
    isStandingAnswer: async (turn, words) =>
      (await standingFor(turn, withoutPrivateNumbers(words), true)) !== undefined,
    answer: answerWords,
    async wantsMedia(turn, media) {
      for (const door of doors) {
        const wanted = await door.wants(turn, media);
        if (wanted !== undefined) return wanted;
      }
      return undefined;
    },
    async takeMedia(turn, media) {
      for (const door of doors) if ((await door.wants(turn, media)) !== undefined) return door.take(turn, media);
      return undefined;
    },
  };
}
