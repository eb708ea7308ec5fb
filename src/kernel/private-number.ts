import { type DigitGroup, digitGroups, type DigitRun, digitRuns } from './digits.ts';
import { AFTER_QUANTITY } from './room-number.ts';
import { type Stretch, stretchesOf } from './stretch.ts';

/** A number that belongs to a person, and how sure it is: `certain` ones are worth a warning, the others are only masked. */
export interface PrivateNumber {
  readonly stretch: Stretch;
  readonly isCertain: boolean;
}

/** 身份证号: region, birthday, serial; since 1999 eighteen characters (GB 11643), before that fifteen. */
const LONG_ID = /^[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?:\d|$)/;
const SHORT_ID = /^[1-9]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}$/;
const MOBILE = /^(?:0{0,2}86)?0?1[3-9]\d{9}$/;
const LANDLINE = /^(?:0{0,2}86)?0(?:10|2\d|[3-9]\d{2})[1-9]\d{6,7}$/;
const BANK_CARD = /^[3-6]\d{15,18}$/;
const DATE = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;

const WRITTEN_DATE = /(?<!\d)(?:19|20)\d{2}\s?([-/.])\s?(?:0?[1-9]|1[0-2])\s?\1\s?(?:0[1-9]|[12]\d|3[01]|[1-9])(?!\d)/g;
/** Nothing that could make the digits a part of a phone number that is broken up: 138 2011-2012 are no years. */
const ALONE_BEFORE = '(?<!\\d[^\\p{L}\\p{N}]{0,3})';
const ALONE_AFTER = '(?![^\\p{L}\\p{N}]{0,3}\\d)';
const YEARS = new RegExp(`${ALONE_BEFORE}(?:19|20)\\d{2}\\s?[-~]\\s?(?:19|20)\\d{2}${ALONE_AFTER}`, 'gu');
const CLOCK_TIME = /(?<!\d)(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?!\d)/g;
/** 0800-1200 is a time of day: no local number begins with 0 or 1. */
const CLOCK_RANGE = new RegExp(
  `${ALONE_BEFORE}[01]\\d[0-5]\\d\\s?[-~]\\s?(?:[01]\\d|2[0-4])[0-5]\\d${ALONE_AFTER}`,
  'gu',
);
/** 400 and 800 numbers belong to firms. */
const FIRM = new RegExp(`${ALONE_BEFORE}[48]00[\\s-]?(?:\\d{3}[\\s-]?\\d{4}|\\d{4}[\\s-]?\\d{3})${ALONE_AFTER}`, 'gu');
const QUANTITY_FOLLOWS = new RegExp(`^(?:${AFTER_QUANTITY})`);
const PLACE_FOLLOWS = /^\s?(?:号楼|单元|栋|幢|座|楼|层|号(?!码)|#|户|室)/;
const EXTENSION = /^\s?(?:转|分机)\s?\d{1,6}/;
const REFERENCE_BEFORE = /(?:编号|单号|订单|工单|案号|文号|流水号|运单|快递|￥|¥|\$)\D{0,3}$/;
const PHONE_BEFORE = /(?:电话|手机|座机|固话|号码|联系|拨打|请打|打给|tel|phone|call)\D{0,6}$/;
const CARD_BEFORE = /(?:卡号|银行卡|账号|帐号|账户|帐户)\D{0,6}$/;
const PUBLIC_NUMBERS = /^(?:1[12]\d|123\d{2}|95\d{3}|96\d{3,4}|100\d{2}|122)$/;

/**
 * Numbers after words that announce something private: the end of an ID or card, a door's code, an account, a phone
 * of whatever length. WeChat, QQ and other accounts may hold letters.
 */
const ANNOUNCED = [
  /(?:身份证|证件|社保卡|医保卡|医保|银行卡|卡号|账号|帐号|户口本?|护照|尾号|后[四六]位|末[四六]位|车牌)[^\d\n]{0,8}?(?<hide>\d[\dx×* -]{1,30}[\dx×])(?!\d|[年月元块人份天次]|号楼)/dg,
  /(?:密码|验证码|门禁码?|开锁码|取件码)[^\d\n]{0,6}?(?<hide>[\d#*]{3,12})(?![\d元块])/dg,
  /(?:电话|手机|座机|固话|打我|联系我)[^\d\n]{0,6}?(?<hide>\d[\d -]{3,20}\d)(?!\d|元|块|年|月|号楼)/dg,
  /(?:微信|薇信|威信|徽信|微x|v信|vx|wx|wei ?xin|we ?chat|加[微薇v]|\+v|扣扣|企鹅|q ?q|抖音|快手|支付宝)(?:号码?|id|账号|同号)?[\s:是为,.-]{0,4}(?:号码?|id)?[\s:是为]{0,3}(?<hide>[a-z0-9][a-z0-9_.-]{4,30})/dg,
  /(?<![a-z0-9_])(?<hide>wxid_[a-z0-9_]{4,30})/dg,
];
/** A number plate: the province's character, a letter, five or six more (GA 36); spaces and dots are forgiven. */
const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领]\s?[a-z]\s?[·•・.\s-]?\s?(?=[a-z\s]{0,10}\d)(?:[a-z0-9]\s?){4,5}[a-z0-9挂学警港澳](?![a-z0-9])/g;
const STARRED = /(?<!\d)1[3-9]\d[*x×]{3,8}\d{2,4}(?!\d)/g;

interface Wide {
  readonly digits: string;
  readonly groups: readonly DigitGroup[];
}

/** Where dates, spans of years, times of day and firms' numbers stand in folded words: digits that are nobody's. */
export function harmlessDigits(folded: string): readonly Stretch[] {
  return [WRITTEN_DATE, YEARS, CLOCK_TIME, CLOCK_RANGE, FIRM].flatMap((pattern) => stretchesOf(folded, pattern));
}

/** Where numbers of identity cards stand in folded words. */
export function identityNumbers(folded: string): readonly Stretch[] {
  return digitRuns(folded, digitGroups(folded)).flatMap((run) => idsOf(folded, run));
}

/** Every private number in folded words: phones, IDs, bank cards, accounts, plates. For rooms see private-room.ts. */
export function privateNumbers(folded: string): readonly PrivateNumber[] {
  const ids = identityNumbers(folded);
  const harmless = harmlessDigits(folded);
  const open = digitGroups(folded, [...harmless, ...ids]);
  const numbers = digitRuns(folded, open).flatMap((run) => [
    ...shapedNumbers(folded, run),
    ...longNumbers(folded, run),
  ]);
  const isHarmless = ([from, to]: Stretch): boolean =>
    PUBLIC_NUMBERS.test(folded.slice(from, to)) || harmless.some((one) => one[0] <= from && to <= one[1]);
  const announced = ANNOUNCED.flatMap((pattern) => stretchesOf(folded, pattern)).filter((one) => !isHarmless(one));
  const marked = [PLATE, STARRED].flatMap((pattern) => stretchesOf(folded, pattern));
  return [
    ...[...announced, ...marked].map((stretch) => ({ stretch, isCertain: false })),
    ...ids.map((stretch) => ({ stretch, isCertain: true })),
    ...numbers,
  ];
}

/** Neighbouring groups of a run that hold `least` to `most` digits together. */
function windows(run: DigitRun, least: number, most: number): readonly Wide[] {
  const wide: Wide[] = [];
  run.forEach((_, start) => {
    let digits = '';
    for (let end = start; end < run.length; end += 1) {
      digits += run[end]?.digits ?? '';
      if (digits.length > most) break;
      if (digits.length >= least) wide.push({ digits, groups: run.slice(start, end + 1) });
    }
  });
  return wide;
}

function stretchOf(groups: readonly DigitGroup[]): Stretch {
  return [groups[0]?.from ?? 0, groups.at(-1)?.to ?? 0];
}

function idsOf(folded: string, run: DigitRun): readonly Stretch[] {
  return windows(run, 15, 18).flatMap(({ digits, groups }): Stretch[] => {
    const [from, to] = stretchOf(groups);
    if (digits.length === 17 && LONG_ID.test(digits)) {
      const check = /^[\s-]?[x×](?![a-z0-9])/.exec(folded.slice(to, to + 3));
      return check === null ? [] : [[from, to + check[0].length]];
    }
    const isId = (digits.length === 18 && LONG_ID.test(digits)) || (groups.length === 1 && SHORT_ID.test(digits));
    return isId ? [[from, to]] : [];
  });
}

/** Numbers that are known by their shape: mobile, landline, bank card. */
function shapedNumbers(folded: string, run: DigitRun): readonly PrivateNumber[] {
  return windows(run, 10, 19).flatMap(({ digits, groups }): PrivateNumber[] => {
    const [from, to] = stretchOf(groups);
    const isShaped = MOBILE.test(digits) || LANDLINE.test(digits) || isBankCard(folded, groups, digits);
    if (!isShaped || (groups.length > 1 && isList(folded, groups))) return [];
    const isSpelledOut = groups.every((group) => group.digits.length === 1);
    const extension = EXTENSION.exec(folded.slice(to, to + 10))?.[0].length ?? 0;
    return [{ stretch: [from, to + extension], isCertain: groups.length <= 5 || isSpelledOut }];
  });
}

/** A card is printed in fours; a number of that length in one piece is a card too. */
function isBankCard(folded: string, groups: readonly DigitGroup[], digits: string): boolean {
  if (!BANK_CARD.test(digits)) return false;
  if (REFERENCE_BEFORE.test(before(folded, groups))) return false;
  return groups.length === 1 || groups.slice(0, -1).every((group) => group.digits.length >= 3);
}

function before(folded: string, groups: readonly DigitGroup[]): string {
  const from = groups[0]?.from ?? 0;
  return folded.slice(Math.max(0, from - 12), from);
}

function after(folded: string, groups: readonly DigitGroup[]): string {
  const to = groups.at(-1)?.to ?? 0;
  return folded.slice(to, to + 6);
}

/** 13、14、15、16、17、1号楼: numbers of buildings one after the other, or a quantity at the end. */
function isList(folded: string, groups: readonly DigitGroup[]): boolean {
  const following = after(folded, groups);
  const isShort = groups.every((group) => group.digits.length <= 2);
  if (isShort && groups.some((group) => group.digits.length === 2) && PLACE_FOLLOWS.test(following)) return true;
  return (groups.at(-1)?.digits.length ?? 0) <= 2 && PLACE_FOLLOWS.test(following);
}

/** Numbers that are too long to be anything harmless: seven digits in one piece, or phone-like pieces. */
function longNumbers(folded: string, run: DigitRun): readonly PrivateNumber[] {
  const whole = run.flatMap((group, index) => {
    const next = run[index + 1];
    const joined = next !== undefined && next.from === group.to ? [group, next] : [group];
    return isLong(folded, joined) ? [joined] : [];
  });
  const pieces = bigPieces(run)
    .flatMap((part) => windows(part, 7, 32))
    .map((wide) => wide.groups)
    .filter((groups) => groups.length > 1 && isBroken(folded, groups));
  return [...whole, ...pieces].map((groups) => ({
    stretch: stretchOf(groups),
    isCertain: PHONE_BEFORE.test(before(folded, groups)) || CARD_BEFORE.test(before(folded, groups)),
  }));
}

/** The parts of a run in which every group has three digits or more. */
function bigPieces(run: DigitRun): readonly DigitRun[] {
  const parts: DigitGroup[][] = [[]];
  for (const group of run) {
    if (group.digits.length >= 3) parts.at(-1)?.push(group);
    else parts.push([]);
  }
  return parts.filter((part) => part.length > 1);
}

function isLong(folded: string, groups: readonly DigitGroup[]): boolean {
  const digits = groups.map((group) => group.digits).join('');
  if (digits.length < 7) return false;
  if (digits.length > 10) return true;
  return !isSpokenFor(folded, groups) && !DATE.test(digits);
}

/** A quantity, or the number of a case or an order. */
function isSpokenFor(folded: string, groups: readonly DigitGroup[]): boolean {
  return QUANTITY_FOLLOWS.test(after(folded, groups)) || REFERENCE_BEFORE.test(before(folded, groups));
}

/** 821-2345, 8212 3456, 138 1234 567: pieces of three digits and more that add up to a phone or a card. */
function isBroken(folded: string, groups: readonly DigitGroup[]): boolean {
  const digits = groups.map((group) => group.digits).join('');
  if (digits.length < 7 || (digits.length <= 10 && isSpokenFor(folded, groups))) return false;
  const lengths = groups.map((group) => group.digits.length);
  if (lengths.every((length) => length === 3)) return false;
  if (lengths.length > 2) return digits.length >= 10;
  return digits.length >= 9 || /^[-‐-―−\s]$/.test(folded.slice(groups[0]?.to, groups[1]?.from));
}
