import { joinStretches, replaceStretches } from '../stretch.ts';
import { fold, startOf } from '../words.ts';
import { decideWhen } from './decide.ts';
import { withoutNotDates } from './not-dates.ts';
import { isWeak, type Phrase, readPhrase } from './read-phrase.ts';
import { type Reference, referenceOf } from './reading.ts';
import type { Asking, When } from './when.ts';

/** Every phrase about when begins with one of these. */
const BEGINNINGS =
  /[\d零一二两三四五六七八九十廿卅半几今明后前昨大周星礼这近本下上每逢天日工双休节放收长假农阴旧老闰正腊冬初月年去差凌清早晨中晌正午傍黄擦晚夜深头寒未接往白全整过再第最除小立雨惊春夏秋冬谷芒处霜端元情妇三学植愚劳青国儿建党教消记平圣母父龙七鬼重敬八当]/g;
const DIGIT = /\d/;
const NUMERAL = /[一二三四五六七八九十百廿]/;

/** Whoever says when says so before that: what comes later in a long text is not looked at. */
const LONGEST_LOOK = 1_000;

/** 三 in 二十三 begins nothing, and neither does 5 in 15. */
function isInsideNumber(folded: string, at: number): boolean {
  const [before, here] = [folded.charAt(at - 1), folded.charAt(at)];
  return (DIGIT.test(before) && DIGIT.test(here)) || (NUMERAL.test(before) && NUMERAL.test(here));
}

/** All phrases in the words, in order. */
function phrasesIn(words: string, asking: Asking, reference: Reference): readonly Phrase[] {
  const folded = withoutNotDates(fold(startOf(words, LONGEST_LOOK)));
  const phrases: Phrase[] = [];
  let end = 0;
  for (const { index } of folded.matchAll(BEGINNINGS)) {
    if (index < end || isInsideNumber(folded, index)) continue;
    const phrase = readPhrase(folded, index, reference);
    if (phrase === undefined || (isWeak(phrase) && asking.asked === undefined)) continue;
    if (!phrase.isDeclined) phrases.push(phrase);
    end = phrase.stretches.at(-1)?.[1] ?? end;
  }
  return phrases;
}

const saysDays = ({ days, repeats }: Phrase): boolean => days !== undefined || repeats !== undefined;
const saysOnlyTime = (phrase: Phrase | undefined): phrase is Phrase => phrase !== undefined && !saysDays(phrase);

/** A day here and a time further on, or just before, are one: 周四我去，下午三点. */
function withTime(phrases: readonly Phrase[], at: number, main: Phrase): Phrase {
  if (!saysDays(main) || main.clock !== undefined) return main;
  const time = [phrases[at + 1], phrases[at - 1]].find(saysOnlyTime);
  if (time === undefined) return main;
  const { clock, bound } = time;
  return {
    ...main,
    ...(clock === undefined ? {} : { clock }),
    ...(bound === undefined ? {} : { bound }),
    isApproximate: main.isApproximate || time.isApproximate,
    stretches: joinStretches([...main.stretches, ...time.stretches]),
  };
}

/**
 * When somebody's words speak of: the first days in them that are not over, with the time that stands beside them or
 * further on; else the first time; else what is over or does not exist, with its problem. Undefined when they speak of
 * no day and no time that is meant (明天不行 does not). Looks at the first 1,000 UTF-16 units. Never throws, whatever the
 * words. Relative days are those of the zone's calendar, also at half past midnight: say the date back.
 */
export function findWhen(words: string, asking: Asking): When | undefined {
  const reference = referenceOf(asking);
  const phrases = phrasesIn(words, asking, reference);
  const whole = phrases.map((phrase, index) => withTime(phrases, index, phrase));
  const whens = whole.map((phrase) => decideWhen(phrase, asking.hours, reference));
  const isOpen = (_: unknown, index: number): boolean => whens[index]?.problem !== 'past';
  const withDays = whole.findIndex((phrase, index) => saysDays(phrase) && isOpen(phrase, index));
  const at = withDays < 0 ? whole.findIndex(isOpen) : withDays;
  return whens[Math.max(at, 0)];
}

/** The words without what they say about when, its separators taken off the ends: 明天上午给我妈约个理发 leaves 给我妈约个理发. */
export function wordsWithout(words: string, { stretches }: When): string {
  return replaceStretches(words, stretches, ' ').replace(/^[\s,，、。:：;；]+|[\s,，、;；]+$/g, '');
}
