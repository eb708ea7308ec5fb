/** Words for people: for whom somebody books, how old they are, and whether they know; folded. */

const FAMILY = [
  ['妈妈', '老妈妈|妈妈|母亲|老娘|老妈|俺娘|我娘|妈'],
  ['爸爸', '爸爸|父亲|老爹|老爸|俺爹|我爹|爸'],
  ['奶奶', '奶奶'],
  ['爷爷', '爷爷'],
  ['姥姥', '姥姥|外婆'],
  ['姥爷', '姥爷|外公|外爷'],
  ['婆婆', '婆婆'],
  ['公公', '公公'],
  ['岳母', '岳母|丈母娘'],
  ['岳父', '岳父|老丈人|丈人'],
  ['老伴', '老伴儿?|老公|丈夫|老婆|爱人|媳妇|老头子|老婆子'],
] as const;

/** Words that mean somebody's own people only behind 我: `我姐`, but 大姐 is anybody. */
const OWN_FAMILY = [
  ['老伴', '老头儿?|那口子'],
  ['姐姐', '大?姐姐?'],
  ['哥哥', '大?哥(?!们)哥?'],
  ['妹妹', '妹妹?'],
  ['弟弟', '弟弟?'],
  ['儿子', '儿子'],
  ['女儿', '女儿|闺女'],
  ['叔叔', '叔叔?'],
  ['舅舅', '舅舅?(?!妈|母)'],
  ['姑姑', '姑姑?(?!父|妈)|姑妈'],
  ['大爷', '大爷|大伯'],
  ['大妈', '大妈|大娘'],
] as const;

/** Of those for whom somebody books. */
export const FAMILY_WORDS = new RegExp(`${[...FAMILY, ...OWN_FAMILY].map(([, words]) => words).join('|')}|邻居`, 'g');

const MY = '(?:我们?|俺们?|咱们?)';
const OF_FAMILY = '(?:自己|亲)?(?:家里|家)?(?:的|那)?\\s*';
const FOR_WHOM = '(?:给|帮|替|为|代)\\s*';
/** `给我妈`, `替隔壁张大爷`: for whom, right behind a word that says so. */
const FOR = `${FOR_WHOM}${MY}?${OF_FAMILY}`;
/** `给她`, of somebody who was named before. */
export const FOR_THEM = new RegExp(`${FOR_WHOM}(?:她|他|老人家|人家)`);

const familyWords = FAMILY.map(([, words]) => words).join('|');
/** What somebody of the family says or does is no wish of theirs: `我妈让我约个理发`. */
const NOT_THEIR_WISH =
  '(?!(?:也|又|老|总|刚|非|硬|今天|昨天)*(?:让|叫|要我|说|问|喊|催|告诉|帮|给|替|跟|和|教|托|陪|带|在))';
/** 我妈上班，我想剃头 is a wish of one's own. */
const NO_OWN_WISH = `(?!.*${MY}(?:自己)?(?:也|就|先)?(?:想|要|需要|约|订|预约|来|去))`;
const THEIRS = `${NOT_THEIR_WISH}${NO_OWN_WISH}`;
const WANT = '(?=(?:也|今年|快|都|已经|\\d{2,3}|岁|了|，|,|\\s)*(?:想|要(?!我)|需要|打算))';

const BOTH = '(?:爸妈|父母|爹妈|二老|两个?老人|老两口|爷爷奶奶|公公婆婆)';
/** Two people at once. */
export const SEVERAL = new RegExp(
  `${FOR}${BOTH}|${MY}${OF_FAMILY}${BOTH}${THEIRS}|${MY}家?(?:${familyWords})(?:和|跟|、)(?:我|俺)?(?:${familyWords})|${FOR_WHOM}${MY}(?:和|跟|、)${MY}?家?(?:${familyWords})|${MY}(?:和|跟)${MY}?(?:${familyWords})(?:都|一起|一块|两)|${MY}家?(?:${familyWords})(?:和|跟)${MY}(?:都|一起|一块|两|俩)`,
);

const HAS_AGE =
  '[,，\\s]*(?:今年|现在|都|已经|快|有|是|满|过)*\\s*(?:[5-9]\\d|1[01]\\d|[五六七八九]十[一二三四五六七八九]?)(?![号点月:.\\d楼栋幢单室元块分])';

interface Family {
  readonly label: string;
  /** Behind a word that says for whom. */
  readonly isFor: RegExp;
  /** As the one who wants something: `我妈想体检`, `我妈腿脚不好，想剃个头`. */
  readonly wants: RegExp;
  /** As the one whose age is told, right behind: `我爸76，帮我订饭`. */
  readonly isAged: RegExp;
  /** Spoken of at all. */
  readonly isNamed: RegExp;
}

/** Those of the family for whom people book. */
export const FAMILY_MEMBERS: readonly Family[] = [
  ...FAMILY.map(([label, words]) => ({
    label,
    isFor: new RegExp(`${FOR}(?:${words})`),
    wants: new RegExp(`${MY}${OF_FAMILY}(?:${words})${THEIRS}`),
    isAged: new RegExp(`${MY}${OF_FAMILY}(?:${words})${HAS_AGE}`),
    isNamed: new RegExp(`(?:${words})`),
  })),
  ...OWN_FAMILY.map(([label, words]) => ({
    label,
    isFor: new RegExp(`${FOR_WHOM}${MY}${OF_FAMILY}(?:${words})`),
    wants: new RegExp(`${MY}${OF_FAMILY}(?:${words})${WANT}${THEIRS}`),
    isAged: new RegExp(`${MY}${OF_FAMILY}(?:${words})${HAS_AGE}`),
    isNamed: new RegExp(`${MY}${OF_FAMILY}(?:${words})`),
  })),
];

const TITLES = '大爷|大妈|大娘|阿姨|奶奶|爷爷|叔叔?|婶子?|大叔|大哥|大姐|大嫂|伯伯|师傅|老师|姐|哥|嫂|伯|娘|爷';
/** By these a neighbour is spoken of without a name, too. */
const WHOLE_TITLES = '大爷|大妈|大娘|阿姨|大叔|大哥|大姐|大嫂';
const SURNAMES =
  '王李张刘陈杨赵黄吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文周';
/** What begins like a full name and is none. */
const NO_NAME =
  '(?!周[一二三四五六日末岁]|马[上路]|何[时必人不]|[向常康易于石毛钱汤文]|方便|白[天内]|金[河额钱]|万一|高[龄血兴低]|严重|谢谢|程序|任[何务]|陈旧|夏天|江)';
/** What is wanted, or when, stands behind a name. */
const BEHIND_NAME =
  '(?=预?约|预?订|理|剪|剃|做|办|开|查|问|体检|送|来|上门|[今明后]天|下?周[一-日末]|星期|\\d|[\\s,，。、]|$)';
const OLD_OR_YOUNG = `[老小](?=[${SURNAMES}])\\p{Script=Han}(?:头儿?)?`;
/** 老王, 小李, 王大爷, 王建国 */
const NAME = `${OLD_OR_YOUNG}|\\p{Script=Han}{1,2}?(?:${TITLES})|${NO_NAME}[${SURNAMES}]\\p{Script=Han}{0,2}?${BEHIND_NAME}`;
const TITLED = `${OLD_OR_YOUNG}(?:${TITLES})?|[${SURNAMES}]\\p{Script=Han}{0,2}?(?:${TITLES})`;

const NEXT_DOOR = '(?:隔壁|对门|对面|楼上|楼下|邻居)(?:家|的)?(?:邻居)?(?:家|的)?';
/** 三楼的, 3号楼, 金河湾的 */
const SOMEWHERE =
  '(?:[\\p{Script=Han}\\d]{0,10}(?:[\\d一二三四五六七八九十](?:号楼|楼|单元|层|号|栋|院)|的)(?:那个|的)?)?';

/** A neighbour, with the name by which they are called where one is said; without 邻居 it takes a name. */
export const NEIGHBOUR = new RegExp(
  `${FOR}(?:${NEXT_DOOR}(?<called>${NAME})?|${SOMEWHERE}(?<named>${TITLED}|${WHOLE_TITLES}|${NO_NAME}[${SURNAMES}]\\p{Script=Han}{1,2}?${BEHIND_NAME}))`,
  'u',
);
const BEFORE_NAME = '(?<=^|[\\s,，。、\\d点半分刻])';
/** A name by itself, or as the one who wants something: `周四10点20 赵大爷`, `楼下张大爷想理发`. */
export const NAMED_ALONE = new RegExp(
  `${BEFORE_NAME}(?:${NEXT_DOOR}|[一二三四五六七八九十\\d]+楼的?)?(?<named>(?:(?!小|师傅|老师)(?:${TITLED}))(?<!师傅|老师))(?=$|[\\s,，。、\\d]|也?(?:想|要(?!我)|需要|打算)|[让叫托]我)`,
  'u',
);
/** A neighbour's name, wherever it stands. */
export const ANY_NAME = new RegExp(`${NEXT_DOOR}(?:${NAME})?|${TITLED}`, 'gu');
/** What stands around what is told of somebody. */
export const ASIDE = /[他她]|人家|今年|现在|已经|都|就|那|还|也|嗯|哦|好|行|可以|一个人住?|腿脚不好|[俺咱]/g;
export const CALLED_NEIGHBOUR = '邻居';

/** 我和老伴, 我妈和我 */
export const ONESELF_TOO = new RegExp(`${MY}(?:和|跟|、)|(?:和|跟|、)(?:我|俺)(?!们?家?(?:${familyWords}))`);
export const ONESELF = /(?:给|帮|替)(?:我|俺)?(?:自己|本人)/;

/** What stands before an age that is not reached yet; 虚岁 counts a year too many. */
const NOT_YET = '不到|没有?到|没有?满|不满|未满|不足|没有?|快要?到?|马上|差不多|差一点儿?|虚岁';
const AN_AGE = '(?<age>\\d{1,3}|[一二三四五六七八九十百]{1,5})';

/** `72岁`, `七十二岁了`, `不到60岁` */
export const SAID_AGE = new RegExp(
  `(?:(?<under>${NOT_YET})\\s*)?${AN_AGE}\\s*(?:周岁|岁|来岁|多岁|几岁)(?!.*差\\s*(?:一|两|\\d))`,
);

/** `我75`, `他80了`, `今年72`: an age without 岁; below thirty it may be a date or an hour. */
export const TOLD_AGE =
  /(?:[我俺他她妈爸伴奶爷娘姨]|今年)\s?(?:今年|都|已经|有|是|满)*(?<under>快|不到)?(?<age>[3-9]\d|1[01]\d|[三四五六七八九]十[一二三四五六七八九]?)(?=多|了|啦|一个人|想|要(?!我)|[\s,，。、;；]|$)/;
/** A number at the end that can only be an age: `周四9点40 68`. */
export const BARE_AGE = /(?<=[\s,，])(?<age>[5-9]\d|1[01]\d)[。.!！\s]*$/;
/** It is said of oneself. */
export const OWN_AGE = /[我俺]\s?(?:今年|现在|都|已经|有|是|满|过|快)*(?:\d{2}|[一二三四五六七八九]?十|19\d\d年)/;
/** `1950年生的`, `50年的` */
export const BORN = /(?<year>(?:19)?[2-9]\d)年(?:\d{1,2}月(?:\d{1,2}[日号])?)?(?:出?生|的)的?/;

const OF_WHOM =
  '(?:我们?|俺|咱|他|她|您)?(?:家|的)?(?:老人家?|本人|自己|妈妈?|母亲|爸爸?|父亲|奶奶|爷爷|姥姥|姥爷|外[婆公]|婆婆|公公|岳[母父]|老伴儿?)?';
const PERHAPS = '(?:好像|可能|应该|恐怕|大概|估计|也许|今年|现在|已经|早就?|都|还|刚刚?|才|有|是|到|满|过|超过)*';
const TAIL = '(?:多|来|出头|整|左右|以上|了|啦|吧|啊|呢|呀|的|哦)*';

/** The whole answer is an age: `65`, `我今年七十二了`, `好像没到60`. */
export const ANSWERED_AGE = new RegExp(`^${OF_WHOM}${PERHAPS}(?<under>${NOT_YET})?${AN_AGE}(?:周?岁)?${TAIL}$`);

const LEAVES_OPEN = '(?:好像|可能|应该|恐怕|大概|估计|也许)?(?:早就?|已经|都|刚刚?|还)?';
const NOT_OLD_ENOUGH =
  '不是|不到|不够|不满|未满|没有|没满|没到|没有到|没有满|没|差一点儿?|差点儿?|快了|还差.{1,3}|太年轻|年纪不够|否';
const OLD_ENOUGH = '(?:是|对|嗯+|好)*(?:是|对|满|够|到|有|过|超过|嗯+|好)';

/** Answers to whether somebody is old enough; the whole answer, so that 没问题 is no 没. */
export const IS_TOO_YOUNG = new RegExp(`^${OF_WHOM}${LEAVES_OPEN}(?:${NOT_OLD_ENOUGH})(?:年纪|年龄|岁数)?${TAIL}$`);
export const IS_OLD_ENOUGH = new RegExp(`^${OF_WHOM}${LEAVES_OPEN}(?:${OLD_ENOUGH})(?:年纪|年龄|岁数)?${TAIL}$`);

const OF_THEM =
  '(?:人家|他们?|她们?|邻居|对方|本人|老人家?|大爷|大妈|阿姨|叔叔|奶奶|爷爷|也|都|当面|已经|早就?|自己|肯定|当然)*';
const THEY_AGREE =
  '同意|知道|愿意|乐意|没问题|没意见|可以|行|好|是|对|嗯+|有|说好|说过?|问过?|问好|讲好|打过?招呼|答应|让我?(?:帮忙)?约|(?:他|她)?让我(?:帮忙)?(?:来)?约';
const THEY_DO_NOT =
  '(?:还|暂时|可能|好像)*(?:不同意|不愿意|不知道|不知情|不清楚|不晓得|不行|不可以|不肯|不是|不|没有?|没有?(?:问|说|讲|同意|告诉|答应|打招呼)(?:过|他|她|人家|呢|好)*|忘了?问|否)';
const AGREE_TAIL = '(?:了|啦|的|过|吧|啊|呢|呀|哦|他|她|人家)*';

/** Answers to whether a neighbour has agreed. */
export const HAS_AGREED = new RegExp(`^(?:${OF_THEM}(?:${THEY_AGREE})${AGREE_TAIL}){1,3}$`);
export const HAS_NOT_AGREED = new RegExp(`^${OF_THEM}${THEY_DO_NOT}${AGREE_TAIL}$`);
