import { later } from '../../kernel/clock.ts';
import { readEmergency } from '../../kernel/category.ts';
import { holdsPrivateNumber, maskedName, withoutIdentityNumbers } from '../../kernel/mask.ts';
import { cleanWords } from '../../kernel/words.ts';
import type { IncomingMedia, IncomingMessage } from '../channel.ts';
import { type Reply, say } from '../chat/command.ts';
import { findDialogue } from '../chat/dialogue-store.ts';
import type { Router } from '../chat/router.ts';
import { texts } from '../chat/texts.ts';
import type { Engine } from '../engine.ts';
import { findRoom } from '../identity/store.ts';
import { knownSpeaker, meetSpeaker, roomOf, speakerOf } from '../identity/identity.ts';
import type { Speaker } from '../identity/people.ts';
import { LIFETIME } from '../outbox/rules.ts';
import type { Place, Turn, Work } from '../work.ts';
import { createLanes } from '../../kernel/lanes.ts';
import { ACQUAINTANCE, PACE, SLOW_DOWN_MEMORY, turnOf } from './rules.ts';
import {
  type Body,
  conversationOf,
  findDue,
  findEarlier,
  findHeardUntil,
  findLastId,
  findNextTurn,
  hasSpoken,
  markFailed,
  type ReceivedMessage,
  record,
  take,
  wasPutOff,
} from './store.ts';
import { withWarning } from './warning.ts';

/** Told after a message has changed who is known: new friends want a remark, new rooms a roster. */
export interface InboxListener {
  newFriend(): void;
  roomsChanged(): void;
}

export interface Inbox {
  /** Records a message under its key, and handles it if its turn has come. A message delivered again does nothing. */
  receive(message: IncomingMessage): Promise<void>;
  /** Handles every recorded message whose turn has come. */
  runDue(): Promise<void>;
  /** When the turn of the next waiting message comes. */
  nextDue(): Promise<Date | undefined>;
  /** The number of the last message that was recorded; 0 before the first. */
  lastId(): Promise<number>;
  /** When the last message was recorded; undefined before the first. */
  heardUntil(): Promise<Date | undefined>;
}

/** Messages of one conversation are recorded in the order of their arrival, also while a picture is being fetched. */
const arrivalOf = ({ conversation, sender }: IncomingMessage): string =>
  conversation.kind === 'room' ? `room:${conversation.outsideId}` : `person:${sender.outsideId}`;

interface Recorded {
  readonly id: number;
  readonly conversation: string;
  readonly isDue: boolean;
  readonly isNewFriend: boolean;
}

/** An inbox that hands what is meant for the bot to the router, one message of a conversation after another. */
export function createInbox(engine: Engine, router: Router, listener: InboxListener): Inbox {
  const conversations = createLanes();
  const arrivals = createLanes();
  let mayWait = true;

  const placeOf = async (work: Work, message: IncomingMessage): Promise<Place> => {
    if (message.conversation.kind === 'direct') return { kind: 'direct' };
    const { outsideId } = message.conversation;
    const room = await roomOf(work.tx, work.community.id, engine.sessionId(), outsideId);
    return room === undefined ? { kind: 'strange-room', outsideId } : { kind: 'room', room };
  };

  /** Whether a message is for the bot. Of one that is not, nothing but the key is kept. */
  const isMeant = async (work: Work, place: Place, message: IncomingMessage, words: string): Promise<boolean> => {
    if (place.kind === 'direct') return true;
    const situation = {
      place: place.kind === 'room' ? place.room.kind : place.kind,
      mentionsBot: message.mentionsBot,
      profile: work.community.profile,
    };
    const heard = router.hear(words, situation);
    if (place.kind === 'strange-room') return heard.kind === 'command' && heard.command.worksInStrangeRooms === true;
    if (heard.kind !== 'talk') return message.media === undefined || message.mentionsBot;
    const speaker = await knownSpeaker(work.tx, work.community.id, engine.sessionId(), message.sender.outsideId);
    if (speaker === undefined) return false;
    const turn = { ...work, speaker, place, sessionId: engine.sessionId() };
    if (message.media !== undefined) {
      return (await router.wantsMedia(turn, message.media)) !== undefined;
    }
    const dialogue = await findDialogue(work.tx, work.community.id, place, speaker.personId, work.at);
    if (router.isAnswer(dialogue, heard.words, work.community)) return true;
    return router.isStandingAnswer(turn, heard.words);
  };

  /** When the message's turn comes. Emergencies never wait. */
  const turnFor = async (work: Work, speaker: Speaker, words: string): Promise<Date> => {
    if (readEmergency(words) !== undefined) return work.at;
    const pace = speaker.staff === undefined ? PACE.resident : PACE.staff;
    return turnOf(await findEarlier(work.tx, work.community.id, speaker.personId, pace), work.at, pace);
  };

  /** Once for each burst; what was said is kept all the same. */
  const askToSlowDown = async (work: Work, place: Place, speaker: Speaker, id: number): Promise<void> => {
    const since = later(work.at, -SLOW_DOWN_MEMORY);
    if (await wasPutOff(work.tx, work.community.id, speaker.personId, since, id)) return;
    await reply(work, place, speaker, say(texts.tooFast()));
  };

  const reply = async (work: Work, place: Place, speaker: Speaker, said: Reply): Promise<void> => {
    const options = {
      lane: said.isEmergency === true ? 'emergency' : 'receipt',
      keepsHours: false,
      expiresAt: later(work.at, LIFETIME.reply),
      ...(said.caseNo === undefined ? {} : { caseNo: said.caseNo }),
    } as const;
    const roomId = said.roomId ?? (place.kind === 'room' ? place.room.id : undefined);
    if (roomId !== undefined) {
      const text = texts.toSpeaker({ name: maskedName(speaker.name), said: said.inGroup });
      await work.post.toRoom(roomId, text, { ...options, mentions: [speaker.name] });
    } else if (place.kind === 'direct' || speaker.isFriend) {
      await work.post.toPerson(speaker.personId, said.inPrivate, options);
    }
  };

  /**
   * Whoever has just been talking with the bot in a room may take what they post there for an answer to it, and is warned
   * of their number. To everybody else the bot is a stranger who does not interfere.
   */
  const warnAcquaintance = async (work: Work, place: Place, { sender }: IncomingMessage): Promise<void> => {
    if (place.kind !== 'room') return;
    const speaker = await knownSpeaker(work.tx, work.community.id, engine.sessionId(), sender.outsideId);
    if (speaker === undefined) return;
    const since = later(work.at, -ACQUAINTANCE);
    if (!(await hasSpoken(work.tx, work.community.id, speaker.personId, place.room.id, since))) return;
    await reply(work, place, speaker, say(texts.noNumbers()));
  };

  /** Whether a picture is of something that the person has just reported here: only such are kept. */
  const isToBeKept = (message: IncomingMessage, media: IncomingMedia): Promise<boolean> =>
    engine.work(async (work) => {
      const place = await placeOf(work, message);
      const speaker = await knownSpeaker(work.tx, work.community.id, engine.sessionId(), message.sender.outsideId);
      if (speaker === undefined) return false;
      const turn = { ...work, speaker, place, sessionId: engine.sessionId() };
      return (await router.wantsMedia(turn, media)) === 'keep';
    });

  /** Fetched before the message is recorded: of what is recorded, nothing is missing after a crash. */
  const fetchMedia = async (message: IncomingMessage): Promise<Body['media']> => {
    const { media } = message;
    if (media === undefined) return undefined;
    const { kind, file, read } = media;
    if (read === undefined || !(await isToBeKept(message, media))) return { kind, file };
    try {
      await engine.media.keep(file, await read());
      return { kind, file };
    } catch (error) {
      engine.log.warn({ kind, error: error instanceof Error ? error.message : 'unknown' }, 'media-lost');
      return { kind, file, isLost: true };
    }
  };

  const recordMessage = async (message: IncomingMessage): Promise<Recorded | undefined> => {
    const media = await fetchMedia(message);
    return engine.work(async (work) => {
      const words = cleanWords(message.text);
      const place = await placeOf(work, message);
      const isFor = await isMeant(work, place, message, words);
      if (!isFor && place.kind === 'strange-room') return undefined;
      const common = {
        key: message.key,
        sessionId: engine.sessionId(),
        roomId: place.kind === 'room' ? place.room.id : null,
        receivedAt: work.at,
      };
      if (!isFor) {
        const ignored = { ...common, state: 'ignored', personId: null, body: undefined, dueAt: null } as const;
        const isNew = (await record(work.tx, work.community.id, ignored)) !== undefined;
        if (isNew && holdsPrivateNumber(words)) await warnAcquaintance(work, place, message);
        return undefined;
      }
      const { speaker, isNewFriend } = await meetSpeaker(work, engine.sessionId(), message);
      const body: Body = {
        text: words,
        mentionsBot: message.mentionsBot,
        ...(media === undefined ? {} : { media }),
        ...(place.kind === 'strange-room' ? { strangeRoom: place.outsideId } : {}),
      };
      const dueAt = await turnFor(work, speaker, words);
      const { personId } = speaker;
      const id = await record(work.tx, work.community.id, { ...common, state: 'received', personId, body, dueAt });
      if (id === undefined) return undefined;
      if (dueAt > work.at) await askToSlowDown(work, place, speaker, id);
      return { id, conversation: conversationOf(common.roomId, personId), isDue: dueAt <= work.at, isNewFriend };
    });
  };

  const turnOfReceived = async (work: Work, received: ReceivedMessage): Promise<Turn | undefined> => {
    const speaker = await speakerOf(work.tx, work.community.id, received.personId);
    if (speaker === undefined) return undefined;
    const common = { ...work, speaker, sessionId: received.sessionId };
    if (received.body.strangeRoom !== undefined) {
      return { ...common, place: { kind: 'strange-room', outsideId: received.body.strangeRoom } };
    }
    if (received.roomId === null) return { ...common, place: { kind: 'direct' } };
    const room = await findRoom(work.tx, work.community.id, received.roomId);
    return room === undefined ? undefined : { ...common, place: { kind: 'room', room } };
  };

  const answer = async (turn: Turn, { text, media, mentionsBot }: Body): Promise<Reply | undefined> => {
    if (media === undefined) {
      const words = turn.place.kind === 'direct' ? withoutIdentityNumbers(text) : text;
      // Nothing but the number: the warning is all there is to say.
      return words === '' && text !== '' ? undefined : router.answer(turn, words, mentionsBot);
    }
    if (media.isLost === true) return say(media.kind === 'voice' ? texts.voiceLost() : texts.photoLost());
    return router.takeMedia(turn, media);
  };

  /** State, event and reply of one message are one transaction. */
  const handle = (id: number): Promise<void> =>
    engine.work(async (work) => {
      const received = await take(work.tx, work.community.id, id, work.at);
      const turn = received === undefined ? undefined : await turnOfReceived(work, received);
      if (received === undefined || turn === undefined) return;
      const { text } = received.body;
      const said = withWarning(await answer(turn, received.body), text, turn.place.kind);
      if (said === undefined) return;
      await reply(work, turn.place, turn.speaker, said);
      if (said.changesRooms === true) listener.roomsChanged();
    }, id);

  /** A mistake of ours must not lose the words, nor stop the next message. */
  const handleSafely = async (id: number): Promise<void> => {
    try {
      await handle(id);
    } catch (error) {
      engine.log.error({ inbox: id, error: error instanceof Error ? error.stack : 'unknown' }, 'message-failed');
      await engine.work(async (work) => {
        const received = await take(work.tx, work.community.id, id, work.at);
        await markFailed(work.tx, work.community.id, id, work.at);
        const turn = received === undefined ? undefined : await turnOfReceived(work, received);
        if (turn === undefined) return;
        await reply(work, turn.place, turn.speaker, say(texts.failed()));
        const options = { lane: 'staff', keepsHours: false, expiresAt: later(work.at, LIFETIME.staff) } as const;
        await work.post.toStaffRoom(texts.failedToStaff({ id }), options);
      }, id);
    }
  };

  const enqueue = (id: number, conversation: string): Promise<void> =>
    conversations.run(conversation, () => handleSafely(id));

  return {
    async receive(message) {
      const recorded = await arrivals.run(arrivalOf(message), () => recordMessage(message));
      if (recorded === undefined) return;
      if (recorded.isNewFriend) listener.newFriend();
      if (recorded.isDue) await enqueue(recorded.id, recorded.conversation);
      else mayWait = true;
    },

    async runDue() {
      if (!mayWait) return;
      const due = await engine.work((work) => findDue(work.tx, work.community.id, work.at));
      await Promise.all(due.map((message) => enqueue(message.id, message.lane)));
    },

    async nextDue() {
      if (!mayWait) return undefined;
      const next = await engine.work((work) => findNextTurn(work.tx, work.community.id));
      mayWait = next !== undefined;
      return next;
    },

    lastId: () => engine.work((work) => findLastId(work.tx, work.community.id)),
    heardUntil: () => engine.work((work) => findHeardUntil(work.tx, work.community.id)),
  };
}
