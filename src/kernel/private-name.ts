import { type Stretch, stretchesOf } from './stretch.ts';
import { fold } from './words.ts';

/** Surnames that are common, without those that mostly are everyday words (和, 时, 高 before 层 is looked at below). */
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易武乔贺赖龚文庞樊兰殷陶洪翟颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦向柳邢岳齐梅莫庄辛管祝左涂谷祁耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺水云常康施牟穆马哈撒拜海妥丁';
const COMPOUND_SURNAMES = '欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|令狐|夏侯|司徒|东方|西门|南宫';
/** Surnames that begin everyday words too often to stand before a one-character title. */
const PLAIN_SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑韩唐冯于董萧曹袁邓傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏汪田姜范姚谭廖邹熊郝崔邱秦史侯邵孟尹黎乔贺龚庞樊殷陶翟颜倪芦俞鲁葛韦聂柳邢岳祁耿牟靳裴霍翁阮闵冉邬臧苟褚娄窦巩佟蔺';

const CARING =
  '阿姨|大爷|大妈|大娘|大叔|大伯|大婶|大嫂|大姐|大哥|奶奶|爷爷|叔叔|伯伯|婆婆|婶婶|先生|女士|小姐|太太|老太太|老先生|老爷子|老人家|老汉|同志';
const POSTS = '师傅|老师|医生|大夫|经理|老板|老师傅|掌柜';

const NAMES = [
  // 王阿姨, 王秀英阿姨, 欧阳女士, 张某某
  new RegExp(
    `(?:${COMPOUND_SURNAMES}|(?!谢谢|许多|有关|周边)(?<!谢)[${SURNAMES}许石])[\\u4e00-\\u9fff]{0,2}?(?:${CARING})`,
    'g',
  ),
  new RegExp(`(?:${COMPOUND_SURNAMES}|[${SURNAMES}许])(?:某某|某[\\u4e00-\\u9fff]?|${POSTS})`, 'g'),
  new RegExp(
    `(?:${COMPOUND_SURNAMES}|[${PLAIN_SURNAMES}])(?:[哥姐叔婶嫂姨伯爷奶妈总](?![夫父])|家(?![庭具属里长庄湾村河沟沿]))`,
    'g',
  ),
  // 老王, 小李: not 小高层, 小马路, 老陈旧
  new RegExp(`[老小](?:${COMPOUND_SURNAMES}|[${PLAIN_SURNAMES}])(?![路层旧时桥沟河树叶扎区]|[店车门口])`, 'g'),
  // what a form or a person says before a name
  new RegExp(
    `(?:我叫|姓名|名叫|名字[叫是]|联系人|户主|当事人|投诉人|本人)[\\s:是为叫]{0,3}(?<hide>(?:${COMPOUND_SURNAMES}|[${SURNAMES}许])[\\u4e00-\\u9fff·]{1,3}?)(?=[\\s,，。.;:、的在住家因说]|\\d|$)`,
    'dg',
  ),
];

/** Where folded words name a person: the names given, and surnames with what people add to them. */
export function nameStretches(folded: string, names: readonly string[]): readonly Stretch[] {
  const given = names.flatMap(writings).flatMap((name) => occurrences(folded, name));
  return [...given, ...NAMES.flatMap((pattern) => stretchesOf(folded, pattern))];
}

/** A name as given, and of a full name of three characters the given name alone. */
function writings(name: string): readonly string[] {
  const plain = fold(name).trim();
  if (plain === '' || /^[\x20-\x7e]$/.test(plain)) return [];
  const isFullName =
    new RegExp(`^[${SURNAMES}许][\\u4e00-\\u9fff]{2}$`).test(plain) &&
    !new RegExp(`(?:${CARING}|${POSTS})$`).test(plain);
  return isFullName ? [plain, plain.slice(1)] : [plain];
}

/** What makes a name an ordinary word: 小马路, 小杨树, 小高层. */
const NO_NAME_BEFORE = '(?![路层旧时桥沟河树叶扎区店车门口])';

/** Whether words speak of somebody of that name, and not of 小马路 or 小杨树. */
export function saysName(words: string, name: string): boolean {
  return new RegExp(fold(name).replace(/[^\p{L}\p{N}]/gu, '.') + NO_NAME_BEFORE, 'u').test(fold(words));
}

/**
 * Full names that stand in both texts, as far as surnames tell: what staff write about a complaint may repeat a name
 * that was in it.
 */
export function sharedNames(words: string, others: string): readonly string[] {
  const found = fold(words).matchAll(
    new RegExp(`(?=((?:${COMPOUND_SURNAMES}|[${PLAIN_SURNAMES}])[\\u4e00-\\u9fff]{2}))`, 'g'),
  );
  const folded = fold(others);
  return [...new Set(Array.from(found, (match) => match[1] ?? ''))].filter((name) => folded.includes(name));
}

/** Where any of these words stands in folded words. */
export function occurrences(folded: string, word: string): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
    found.push([at, at + word.length]);
  }
  return found;
}
