import { say } from '../../../engine/chat/command.ts';
import type { MediaDoor } from '../../../engine/feature.ts';
import { attachToCase } from '../service/resident-acts.ts';
import { justFiled } from '../service/read.ts';
import { refusalText } from '../texts/refusals.ts';
import { texts } from '../texts/say.ts';

/** Photos and voice messages join the case that was filed just before them. In a group others are left alone. */
export const caseMedia: MediaDoor = {
  id: 'cases.media',
  async wants(turn) {
    if ((await justFiled(turn)) !== undefined) return 'keep';
    return turn.place.kind === 'direct' ? 'answer' : undefined;
  },
  async take(turn, media) {
    const record = await justFiled(turn);
    if (record === undefined) return say(media.kind === 'voice' ? texts.voiceAlone() : texts.photoAlone());
    const done = await attachToCase(turn, record, media);
    if (!done.ok) return say(refusalText(done.refusal, 'attach'), { caseNo: record.no });
    const { no } = record;
    return say(media.kind === 'voice' ? texts.attachedVoice({ no }) : texts.attached({ no }), { caseNo: no });
  },
};
