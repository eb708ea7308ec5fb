import { type DigitGroup, digitGroups } from './digits.ts';
import { harmlessDigits } from './private-number.ts';
import { AFTER_QUANTITY, isRoomNumber } from './room-number.ts';
import { type Stretch, stretchesOf } from './stretch.ts';

const NUM = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const DASH = '[-‐-―−_/.~]';
const SAID_ROOMS = [
  /(?<![\d第])\d{2,5}\s?(?:室(?![内外])|号房|房间|房(?![子屋租价东产顶贷管]))/g,
  /[一二三四五六七八九十百零〇]{3,6}\s?(?:室(?![内外])|号房|房间)/g,
  new RegExp(
    `(?<![\\d${DASH.slice(1, -1)}])\\d{1,2}${DASH}\\d{1,2}${DASH}(?<hide>\\d{1,2}${DASH}\\d{1,2})(?!\\d|${DASH}\\d)`,
    'dg',
  ),
  // 5楼东户, 五层左手第一家: with building and unit that is one flat
  new RegExp(`${NUM}[楼层]\\s?(?:[东西南北中左右]{1,2}[边侧面手]?(?:第[一二三])?(?:那?[户家](?!型)|住户)|对门)`, 'g'),
  /(?<=单元|号楼|[楼层栋幢]|\s)[东西南北中左右][边侧]?(?:户(?!型)|手那?家|边那家)/g,
];

/** Words after which a short number is a case, an article, a house number in a street, or a count. */
const REFERENCE_BEFORE =
  /(?:编号|案号|单号|工单|序号|文号|第|no\.?|进度|查询?|认领|办结|进展|撤回|补充|评价|满意|没解决|转派|退回|附议|重开|[路街巷]|国道|[￥¥$]|共|约|达|近|涉及|惠及|影响)[\s:]*$/;
const ROOM_FOLLOWS = /^\s?(?:室|号房|房)/;
const COUNT_FOLLOWS = new RegExp(
  `^(?:${AFTER_QUANTITY}|\\s?(?:户(?:居民|家庭|人|业主|住户|群众|老人|商户)|家(?:商|店|企业|单位|餐|超市)))`,
);
/** 1.205, DN125: a measure or a model. */
const MEASURE_BEFORE = /(?<![\d.])\d{1,4}\.$|[a-z]{2}\s?$/;
const LIST_BETWEEN = /^[\s,、;和及与~\-至到号]{1,4}$/;
/** Fire, police, ambulance and the like. */
const EMERGENCY_NUMBERS = new Set(['110', '112', '114', '119', '120', '122']);

/**
 * Where folded words name a flat: with 室 and the like, by floor and side, or by a bare number that could be on a door
 * (501, 1203) and is neither a reference nor a quantity. 3-2-501 loses its last part only, so that building and
 * unit stay.
 */
export function roomStretches(folded: string): readonly Stretch[] {
  const said = SAID_ROOMS.flatMap((pattern) => stretchesOf(folded, pattern));
  return [...said, ...bareRooms(folded)];
}

function bareRooms(folded: string): readonly Stretch[] {
  const rooms: Stretch[] = [];
  let reference: DigitGroup | undefined;
  for (const group of digitGroups(folded, harmlessDigits(folded))) {
    const before = folded.slice(Math.max(0, group.from - 8), group.from);
    const isListed = reference !== undefined && LIST_BETWEEN.test(folded.slice(reference.to, group.from));
    const isReference = REFERENCE_BEFORE.test(before) || isListed;
    reference = isReference ? group : undefined;
    if (isReference || !isBareRoom(group, folded, before)) continue;
    const suffix = /^\s?(?:号(?!楼|线|文|院)|户)/.exec(folded.slice(group.to, group.to + 4))?.[0] ?? '';
    rooms.push([group.from, group.to + suffix.length]);
  }
  return rooms;
}

function isBareRoom(group: DigitGroup, folded: string, before: string): boolean {
  const { digits, isChinese, to } = group;
  if (!isRoomNumber(digits) || EMERGENCY_NUMBERS.has(digits)) return false;
  if (isChinese && digits.at(-2) !== '0') return false;
  const after = folded.slice(to, to + 8);
  if (ROOM_FOLLOWS.test(after)) return true;
  return !COUNT_FOLLOWS.test(after) && !MEASURE_BEFORE.test(before);
}
