import type { Service } from '../../../kernel/service.ts';
import { fold } from '../../../kernel/words.ts';
import { wordsOf } from './request.ts';
import { TIME_WORDS } from './vocabulary.ts';
import { BEGINS_WITH_BOOK, SOUND_ALIKE } from './vocabulary/questions.ts';

/** A service that a slip of the thumb in the words is close to, and the words with its name instead. */
export interface Near {
  readonly service: Service;
  readonly words: string;
  /** It sounds the same: 理法 is 理发. Else one sign is another. */
  readonly isSound: boolean;
}

const SOUNDS = new Map(SOUND_ALIKE.flatMap((signs) => [...signs].map((sign) => [sign, signs.charAt(0)] as const)));
const soundOf = (words: string): string => [...words].map((sign) => SOUNDS.get(sign) ?? sign).join('');

type Fits = (said: string, name: string) => boolean;
const soundsLike: Fits = (said, name) => soundOf(said) === soundOf(name);
const isOneSignOff: Fits = (said, name) => [...said].filter((sign, at) => sign !== name.charAt(at)).length === 1;

/** The stretch of the words that fits a name of the service, the longest one. */
function stretchOf(folded: string, service: Service, fits: Fits): readonly [from: number, to: number] | undefined {
  for (const name of wordsOf(service).toSorted((a, b) => b.length - a.length)) {
    for (let from = 0; from + name.length <= folded.length; from += 1) {
      const said = folded.slice(from, from + name.length);
      if (/^\p{Script=Han}{2,}$/u.test(said) && fits(said, name)) return [from, from + name.length];
    }
  }
  return undefined;
}

const blanked = (words: string, known: RegExp): string => words.replace(known, (found) => ' '.repeat(found.length));

/** The one service that a name in the words is near to, by its sound or else by one sign; none where several are. */
export function nearService(words: string, services: readonly Service[]): Near | undefined {
  const folded = [BEGINS_WITH_BOOK, TIME_WORDS].reduce(blanked, fold(words));
  for (const fits of [soundsLike, isOneSignOff]) {
    const near = services.flatMap((service) => {
      const stretch = stretchOf(folded, service, fits);
      return stretch === undefined ? [] : [{ service, stretch }];
    });
    const [only, ...others] = near;
    if (only !== undefined && others.length > 0) return undefined;
    if (only === undefined) continue;
    const [from, to] = only.stretch;
    const mended = words.slice(0, from) + only.service.name + words.slice(to);
    return { service: only.service, words: mended, isSound: fits === soundsLike };
  }
  return undefined;
}
