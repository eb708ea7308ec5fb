/** What residents ask about services without the words of a command; folded, without signs and spaces. */
import { FAMILY_WORDS } from './people.ts';

const WHAT = '(?:什么|啥|哪些|哪几[种样项个])';
const HOW = '(?:怎么样?|咋样?|怎样|如何)';
const MATERIALS = '(?:材料|东西|证件|资料|手续)';
/** Around a question. */
const BEFORE = '(?:请问|问一?下|想问|想知道|那|就|你们?|您们?|咱们?|我们?|俺们?|社区|窗口|这里|这儿|六心|小助手)*';
const END = '(?:呢|呀|啊|哈|吗|嘛|么|吧|的|了|来着|谢谢)*$';
const asked = (...words: readonly string[]): RegExp => new RegExp(`^${BEFORE}(?:${words.join('|')})${END}`, 'u');
/** What kind of paper: nothing that makes 证明 a verb, and no wish. */
const KIND = '(?:(?![这那能你我他她谁不没来可以开办约要想好给了有])\\p{Script=Han})';

/** What there is at all. */
const PEOPLE = '(?:给|帮|为|咱们?|我们?|俺们?|老人家?|老年人|居民|大家|老百姓)*';
export const ASKS_WHAT_THERE_IS = asked(
  `(?:都|还|现在)*(?:有|提供)${WHAT}(?:服务|项目|业务|(?:可以|能)(?:预约|约)的)(?:项目)?`,
  `(?:服务|项目)(?:项目)?(?:都|有)*${WHAT}`,
  `${PEOPLE}(?:都|还)*(?:能|会|可以)${PEOPLE}(?:都)?(?:提供|干|做|办|弄|预约|约|订)[点些]?${WHAT}(?:服务|项目|业务|事情?)?`,
);

/** How one books. */
export const ASKS_HOW_TO_BOOK = asked(
  `(?:想|要)*${HOW}(?:才能|能|来|去)*(?:预约|预定|约|订)(?:服务|法)?`,
  `(?:想|要)*(?:预约|约)(?:服务)?(?:要|该|是|得)*${HOW}(?:弄|办|预约|约|操作|搞|用)?`,
  '预约(?:方法|流程|步骤|方式)',
);

const ONLINE = '网上|线上|手机上?|微信上?|在家';
const WANTS_PAPER = `(?:想|要|得|去|能不能|可不可以|可以|能|怎么|咋|怎样|如何|在|${ONLINE})*(?:开|办|打)?[个份张]?`;
const TAKES = `(?:都|得|要|需要|能|可以|应该|有|带|准备)*${WHAT}${MATERIALS}?`;
/** What the profile says nothing of: prices and menus. */
export const ASKS_BEYOND = /多少钱|[要收]钱|收费|免费|价|贵|[什啥]么?菜|菜单|吃[什啥]么?/u;

/** More than one meal: 两份, 2盒; 两天 is no number of meals. */
export const SEVERAL_MEALS = /[两二三四五六2-9]\s*[份盒]/u;

/** Which papers there are, and what one takes. */
export const ASKS_FOR_PAPERS = asked(
  `(?:都|能|可以|要|想)*(?:开|办|打)${WHAT}样?的?证明`,
  `${WANTS_PAPER}证明${TAKES}`,
);
/** A kind of paper, and no more than what it takes: `居住证明`. */
export const ASKS_FOR_KIND = asked(
  `${KIND}{2,6}证明信?`,
  `(?:能不能|可不可以|可以|能)(?:在)?(?:${ONLINE})?[开办打]${KIND}{2,6}证明`,
  `${WANTS_PAPER}${KIND}{2,6}证明${TAKES}`,
);

/** What to bring, whatever for. */
export const ASKS_WHAT_TO_BRING = asked(
  `(?:[去来](?:的时候)?|到时候?|过来|过去|到窗口|办事)*(?:都|还|要|得|需要|该|应该|用)*(?:带|准备|拿)[点些]?${WHAT}${MATERIALS}?(?:去|来)?`,
  `(?:都|还|要|得|需要|用)+${WHAT}${MATERIALS}`,
  `${MATERIALS}(?:都|要|得|需要|带|有)*${WHAT}`,
  '(?:要不要|用不用|需不需要|需要|要|用|得)带(?:身份证|户口[本簿]|证件|照片|材料)',
);

/** Whether a paper can be fetched. */
export const ASKS_WHETHER_READY = asked(
  `(?:的|办的|开的|那[个份张]|妈|爸)*${KIND}{0,6}证明信?(?:开|办|弄|打|都|现在|已经)*(?:好|下来|出来|完)(?:了)?(?:没有?|吗|么|不)`,
  `(?:的|办的|开的|那[个份张]|妈|爸)*${KIND}{0,6}证明信?(?:(?:能|可以)[取拿领]了?(?:没有?|吗|么|不)|(?:什么时候|啥时候|哪天|几时)(?:能|可以)*(?:[取拿领好]|下来|出来|办好|开好))`,
);

/** Asks for the time or the number of what one has booked oneself. `BY_NAME` says that there is something. */
export const ASKS_FOR_OWN_TIME =
  /几点|哪天|几号|什么时候|啥时候|什么时间|周几|星期几|礼拜几|多少|来着|哪个号|第几|(?:了|上|还在)(?:没有?|吗|么)/u;
export const OWN_BY_NAME = /^(?:请问|那)*(?:我|俺|咱).{0,4}?(?:的号|那[个次]|约|订)|来着/u;
export const BEGINS_WITH_ONESELF = /^(?:请问|那)*(?:我|俺|咱)|来着/u;
/** Wants to see it: the whole message. */
export const SHOWS_OWN =
  /^(?:请|麻烦|帮我?|给我|我?想|我?要)*[查看](?:[查看]|一?下)*我?的?(?:预约|约的)(?:什么|啥|几点|哪天|[什啥]么?时候|情况|信息|记录|都|有|是|哪些|了|吧|呢|呀|啊)*[\s。.!！?？]*$/u;
/** What stands around it. */
export const AROUND_OWN_TIME =
  /请问|(?:^|[去来要能该得])[办做开弄](?!具)|[我俺咱]们?|那[个次]?|[几多][点号少]|钟|哪天|几号|(?:什么|啥)时[候间]|[周期拜]几|星|礼|来着|哪个|第几|预约号?|约|订|定|号码?|日子|时间|排|轮到|去|来|要|能|做|是|还?在|上|没有?|吗|么/gu;

/** How somebody wishes for a service and says no more than which: `我要体检`, `想去办个证明`, `咨询政策`. */
export const WISHES =
  /(?:^|想要?|要|需要|得|打算|希望)(?:去|来|做|办|开|找|问|查|咨询|申请|安排|弄|预约|约|订)*(?:[一1两]?[个次份下趟回]|一下|点)?|查询|咨询|办理|服务/gu;
/** That something is to be done for somebody: `想找人上门剪头发`. */
export const WISHES_FOR =
  /(?:想|要|请|求|能|可以|需要|麻烦|希望).{0,8}?(?:理|剪|剃|推个?头|送[饭餐]|体检|查体|办|开|咨询|代办)/u;
/** What is wrong somewhere: then nothing in the words is a wish. */
export const IS_AMISS =
  /坏|投诉|凭啥|凭什么|为什么|为啥|没(?:来|送|到|给|人管|收到)|难吃|太差|差劲|态度|凉了|馊|迟到|等了|不理|不管/u;
export const CLAUSES = /[,，。.;；!！?？~～\s]+/u;
export const SPEAKS_OF_WINDOW = /窗口|柜台/u;
/** What stands before the time that would do instead. */
export const SAYS_INSTEAD =
  /(?:能不能|可不可以|可以|能|看看|想)?(?:帮我)?(?:换成?|换到|改成?|改到|挪到|约)|能不能|可不可以|那就/u;
export const MOVE_TO = '改到';
export const BEFORE_INSTEAD = /(?=能不能|可不可以|换成|换到|改成|改到|挪到|那就)/gu;
/** An address or a number that was told is not right any more. */
export const CORRECTS_HOME =
  /(?:地址|住址|门牌|电话|手机|号码).{0,4}(?:错|变|换|改|不对)|[换改](?:了)?(?:个|一下)?新?(?:地址|电话|手机|号码)|搬(?:家|到)|新(?:地址|电话|号码)/u;
/** `法律咨询 候补 周三`: behind the service. */
export const ALSO_WAITS = /(?:^|[\s,，])候补(?=$|[\s,，])/u;
/** Before another thought: 算了改后天. */
export const HESITATES = /^(?:算了|哎呀?|等等|等下|不对|那个?|对了|[\s,，])+(?=改|换|取消|挪)/u;
/** Calls meals off, in the middle of anything else: no diet and no address. */
export const STOPS_MEALS =
  /不(?:用|要|再|想)?(?:给我)?(?:送(?!辣|肉)|订)(?:[饭餐])?了?|别(?:再)?送|停餐|退餐|先(?:停|不送)|住(?:了)?院/u;
/** Somebody is in hospital, and nothing else is said: `我妈昨天住院了`. */
export const ONLY_IN_HOSPITAL = new RegExp(
  `^(?:[我俺]家?(?:${FAMILY_WORDS.source})?)(?:今天|昨天|前天|刚刚?|已经|又|要|得|也|明天|后天)*住了?院(?:去)?(?:了|啦|呢)?[。.!！\\s]*$`,
);
/** That it is not to be brought for now. */
export const NOT_NOW = /(?:先|暂时|这几天).{0,4}(?:不|别|停)|(?:不用|不要|别)(?:再|给我)?送|停/u;
export const SPEAKS_OF_FOOD = /[饭餐送吃]/u;
/** For good, and not on certain days. */
export const FOR_GOOD = /以后(?:都|再|就)*(?:不|别)|再也不|永远不|彻底不/u;
/** What is not to be eaten is something else from now on. */
export const CORRECTS_DIET = /以后|现在|改|换|忌|过敏|别放|不能吃|少放/u;
/** `预约号是多少`, behind 预约. */
export const ASKS_FOR_NUMBER = /^号码?(?:是)?(?:多少|几号?|什么|啥|哪个)?[呀啊呢来着]*[\s。?？]*$/u;
/** Other things whose names hold that of a service. */
export const OTHER_THINGS = /[理美剪]发[店馆厅]|体检(?:中心|报告|结果|单|表)|律师事务所/gu;
/** That an appointment is wanted, and no more than to know. */
export const SAYS_BOOK = /约|订|预定|挂号/u;

export const BEGINS_WITH_BOOK = /^(?:我|俺|想|要|请|帮|给|[\s,，])*(?:预约|预定|约|订)/u;

/** Signs that sound alike and are typed for each other, as far as they stand in names of services. */
export const SOUND_ALIKE: readonly string[] = [
  '理里李力礼历离利立',
  '发法罚伐',
  '体提题替',
  '检减捡简剪件建间',
  '送宋松颂',
  '餐参残惨',
  '证正政整症争',
  '明名民鸣',
  '社设涉射',
  '保宝报包',
  '策册测侧厕',
  '代带待贷',
  '办班半伴',
  '律吕率绿',
  '剃替踢',
  '头投',
];
