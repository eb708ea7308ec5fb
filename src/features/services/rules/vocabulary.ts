/** Words in which residents ask for a service, folded (half width, Simplified, lower case). */

/** What people call a service besides its name: whatever name holds the key is meant by the words. */
export const OTHER_NAMES: readonly (readonly [part: string, said: RegExp])[] = [
  ['理发', /理个发|剪头|剃头|推头|剪发|理理发/],
  ['体检', /检查身体|查体|量血压|做个?检查/],
  ['送餐', /订餐|订饭|送饭|助餐|老年餐|午饭|午餐|盒饭/],
  ['证明', /开个?证|盖章|盖个章/],
  ['社保', /养老金|退休金|医保/],
  ['政策', /问政策/],
  ['代办', /跑腿|帮办|帮我办/],
  ['法律', /律师|打官司/],
];

/** Parts of names that say nothing by themselves. */
export const EMPTY_PARTS = ['上门', '咨询', '查询', '健康', '助老', '事务', '开具', '服务'];

/** That somebody wants an appointment, and not just to talk. */
export const WANTS =
  /预约|预定|约|订|想要?(?:理|做|办|开|查|问|剪|剃|体检)|(?:给|帮|替).{0,8}(?:理|剪|剃|做|开|查|办|送)|来个|办个|开个|(?:理|剪|查|问)个/;
/** That something is wrong or being asked: no wish for an appointment. */
export const NO_WISH = /没|不|坏|投诉|凭啥|凭什么|为什么|为啥/;
/** Asks about a service. */
export const ASKS_ABOUT = /什么时候|啥时候|几点|哪天|多少钱|要钱|收费|带什么|带啥|怎么|咋|在哪|哪里|有没有|吗/;

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
  ['老伴', '老伴儿?|老公|丈夫|老婆|爱人|媳妇|老头子'],
] as const;

/** `给我妈`, `替隔壁张大爷`: for whom, right behind a word that says so. */
const FOR = '(?:给|帮|替|为|代)\\s*(?:我们?|俺们?|咱们?|家里)?(?:家|的)?\\s*';

/** Two people at once. */
export const SEVERAL = new RegExp(`${FOR}(?:爸妈|父母|爹妈|二老|两个?老人|老两口|爷爷奶奶|公公婆婆)`);

export const FAMILY_MEMBERS: readonly (readonly [label: string, pattern: RegExp])[] = FAMILY.map(([label, words]) => [
  label,
  new RegExp(`${FOR}(?:${words})`),
]);

/** A neighbour, with the name by which they are called where one is said. */
export const NEIGHBOUR = new RegExp(
  `${FOR}(?:隔壁|对门|楼上|楼下|邻居)(?:家|的)?(?:邻居)?(?<called>\\p{Script=Han}{1,2}(?:大爷|大妈|阿姨|奶奶|爷爷|叔叔?|婶子?|大叔|师傅|老师))?`,
  'u',
);
export const CALLED_NEIGHBOUR = '邻居';

export const ONESELF = /(?:给|帮|替)(?:我|俺)?(?:自己|本人)/;

/** `72岁`, `七十二岁了` */
export const SAID_AGE = /(?<age>\d{1,3}|[一二三四五六七八九十百]{1,5})\s*(?:周岁|岁|来岁|多岁)/;

/** Answers to yes or no: the digits of the menu, or in words. */
export const SAYS_NO = /^(?:2|二|②|没有?|没满|没到|不是|不到|不够|还没|没问|不同意|不知道|否)/;
export const SAYS_YES = /^(?:1|一|①|满了?|是的?|对的?|够了?|到了|有了?|同意|知道|好的?|嗯|过了|早过了)/;

/** Wants to be told when something becomes free. */
export const WANTS_TO_WAIT = /^(?:候补|排队|等候|等着|帮我排|有空位?(?:了)?(?:就)?(?:告诉|叫|通知)我?)/;

export const PARTS_OF_DAY: readonly (readonly [said: RegExp, from: number, to: number])[] = [
  [/上午|早上|早晨|清早/, 0, 720],
  [/中午/, 660, 840],
  [/下午|后晌/, 720, 1_080],
  [/晚上|傍晚|今晚|明晚/, 1_080, 1_440],
];

/** Does not want what is offered. */
export const DECLINES = /^(?:2|0|②|不要|不用|不了|算了|不来|不去)/;
/** Wants it. */
export const ACCEPTS = /^(?:1|①|要|好|行|可以|来|去|我要)/;

/** `5`, `预约号5`, `#5` */
export const BOOKING_NUMBER = /^(?:预约号|预约|#)?\s*(\d{1,7})(?:号(?=$|\s|，|。))?(?![\d月点时日号:/.-])/;

/** When a meal is on the table, in minutes since midnight, where the profile gives no hours for it; else it is noon. */
export const MEAL_TIMES: readonly (readonly [said: RegExp, minutes: number])[] = [
  [/早/, 450],
  [/晚/, 1_080],
];

/** Every week from now on, and not just the next time. */
export const STANDING = /每|天天|长期|一直|以后都/;
export const WEEKDAY_NAMES = '日一二三四五六';
/** `周一到周五` */
export const WEEKDAY_RANGE = /(?:周|星期|礼拜)([一二三四五六日天])\s*(?:到|至|-|~)\s*(?:周|星期|礼拜)?([一二三四五六日天])/;
export const EVERY_WORKDAY = /工作日|上班(?:的)?(?:天|日子)/;
export const EVERY_DAY = /每天|天天|每日/;
/** `周二周四`, `周二、四` */
export const WEEKDAY_LIST = /(?:周|星期|礼拜)([一二三四五六日天])((?:[、，,和]?\s*(?:周|星期|礼拜)?[一二三四五六日天])*)/;
