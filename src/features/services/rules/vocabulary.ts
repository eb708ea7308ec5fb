/** Words in which residents ask for a service, folded (half width, Simplified, lower case). */

/** What people call a service besides its name: whatever name holds the key is meant by the words. */
export const OTHER_NAMES: readonly (readonly [part: string, said: RegExp])[] = [
  ['理发', /理个发|剪个?头|剃个?头|推个?头|剪发|理理发/],
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
/** A wish that begins the message and says no more than what: `找律师`, `开居住证明`, `我想问社保`. */
export const STARTS_AS_WISH =
  /^(?:我|俺|请|麻烦)?(?:想|要|想要|需要)?(?:找|开|办|查|问)|^(?:我|俺)?(?:想|要|想要|需要)(?:去|做|理|剪|剃)/;
/** Why somebody needs it: no complaint. */
export const NEEDS_HELP =
  /(?:腿脚?|身体|眼睛?|耳朵|手脚|行动|走路)[^，。,]{0,3}不(?:太)?(?:好|便|灵便|利索|方便|行)|不(?:太)?方便|走不动|看不清|听不见|下不了楼|出不了门/g;
/** Asks for what is booked. */
export const ASKS_FOR_OWN = /^我?(?:的)?(?:预约|约)(?:了|上)(?:没有|没|吗|什么|啥|哪天|几点|么|吧)*[?？。]*$/;
/** That something is wrong or being asked: no wish for an appointment. */
export const NO_WISH = /没|不|坏|投诉|凭啥|凭什么|为什么|为啥/;
/** That a booking is to be moved. */
export const MOVES = /改(?:到|成|为|期|约|在|天|个|一下|时间)|换(?:到|成|个时间|时间|天|一天)|挪|推迟|提前/;
/** That it is to be called off. */
export const CALLS_OFF = /取消|退掉|退了|不去|不约|不来|去不了|来不了|不(?:做|理|剪|查|办|吃)了|不想(?:去|约|做|理|来)/;
/** That a meal is not to come. */
export const CALLS_OFF_MEALS = /(?:不要|不用|别|停).*(?:送|餐|饭)|[送餐饭].{0,3}停/;
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

/** Leaves what is being talked about: the whole message. */
export const LEAVES =
  /^(?:[0〇]|退出|返回|(?:那|就|我|还是|先|嗯|[\s,，])*(?:算了|取消|不约|不订|不弄|不要|不用|不改|不取消|不办|再说|(?:再)?想想|考虑(?:考虑|一下)))(?:一下|了|吧|啊|呀|哈|再说|谢谢|[\s,，。.!！~～])*$/;

/** Wants to be told when something becomes free. */
export const WANTS_TO_WAIT = /^(?:候补|排队|等候|等着|帮我排|有空位?(?:了)?(?:就)?(?:告诉|叫|通知)我?)/;

/** The same in one word, as a menu has asked for it. */
export const WAITS_ALONE = /^(?:候补|排队)[\s。.!！]*$/;

/** Does not want what is offered: the whole message, for `要不要带身份证` is no answer. */
export const DECLINES =
  /^(?:[20②〇]|(?:嗯|哦|要不|那|还是|就|我|这次|那天|今天|明天|真|先|谢谢|[\s,，。])*(?:不要|不用|不了|算了|不来|不去|不约|不行|不需要|来不了|去不了|来不成|去不成|没空|没时间|有事)(?:了|吧|啊|呀|哈|的|给别人|让给别人|谢谢|[\s,，。.!！~～]|算了|不要|不用|不来|不去|去不了|来不了)*)$/;
/** Wants it: the whole message, for `要不算了吧` and `来不了` begin alike. */
export const ACCEPTS =
  /^(?:[1①]|(?:嗯|哦|那|就|我|好的?|[\s,，。])*(?:要|好|行|可以|来|去|能来|能去|没问题|需要)(?:的|了|啊|呀|吧|哈|呢|这个|谢谢|我要|要|[\s,，。.!！~～])*)$/;
/** In the very words of the offer: what it means even where something else is being asked. */
export const ACCEPTS_OR_DECLINES_BY_NAME = /^(?:我?要|我?不要)(?:了|的)?[\s,，。.!！~～]*$/;

/** `5`, `预约号5`, `#5` */
export const BOOKING_NUMBER = /^(?:预约号|预约|#)?\s*(\d{1,7})(?:号(?=$|\s|，|。))?(?![\d月点时日号:/.-])/;
/** The same in Chinese numerals, alone: `九`, `九号`; not `九点`, `两个`. */
export const BOOKING_NUMERAL = /^(?:预约号|预约)?\s*([一二三四五六七八九十百]{1,5})(?:号)?(?=$|[\s,，。])/;

/** A day or a time, as far as its letters go. */
export const TIME_WORDS =
  /下*(?:上|这|本)?个?(?:周|星期|礼拜)[一二三四五六日天末\d]|大?[今明后][天日儿早晚]|早上|上午|中午|下午|傍晚|晚上|[\d一二三四五六七八九十两零]{1,4}(?:月|日|号|点(?:钟|半|[一三]刻|[\d一二三四五六七八九十零]{1,3}分?)?|:\d{2})|左右|以后|之前/g;
/** Between a day and a meal: `明天不用送餐`. */
export const NOT_WANTED = /不用|不要|不吃|别/g;
/** Of those for whom somebody books. */
export const FAMILY_WORDS = /妈妈?|爸爸?|母亲|父亲|奶奶|爷爷|姥姥|姥爷|外婆|外公|婆婆|公公|岳母|岳父|老伴|邻居/g;
/** What people say around it, and that they cannot come. */
export const BY_THE_WAY =
  /不去|去不了|不来|来不了|不用|不要|不约|不吃|不想去|不想约|取消|退掉|时间|有事|没空|没时间|请|麻烦|帮|给|把|我|您|你|的|了|吧|啊|呀|哈|一下|这个|那个|那份|这份|预约|约|改成|改到|改为|换成|换到|改|换|到|谢谢/g;

/** When a meal is on the table, in minutes since midnight, where the profile gives no hours for it; else it is noon. */
export const MEAL_TIMES: readonly (readonly [said: RegExp, minutes: number])[] = [
  [/早/, 450],
  [/晚/, 1_080],
];

/** Several numbers in a row. */
export const NUMBERS = /\d{1,7}/g;

/** That a paper is meant and not what it would say. */
export const WANTS_PAPER = /证明|开个?证/;

/** Papers that a community may not issue, each with whoever does; the first pattern that fits decides. */
export const PAPERS: readonly { readonly name: string; readonly said: RegExp; readonly issuer: string }[] = [
  { name: '亲属关系证明', said: /亲属|亲戚关系|父子|母子|父女|母女|夫妻关系/, issuer: '派出所（同过户口的）或公证处' },
  { name: '户口登记项目变更证明', said: /户口(?:登记|变更|更正|改)|改名|改年龄/, issuer: '户口所在地派出所' },
  { name: '居民身份信息证明', said: /身份信息|户籍证明|同一(?:个)?人|身份证明/, issuer: '户口所在地派出所' },
  { name: '居民养犬证明', said: /养犬|养狗|狗证/, issuer: '公安机关' },
  { name: '无犯罪记录证明', said: /犯罪|案底|违法记录/, issuer: '派出所' },
  { name: '人员失踪证明', said: /失踪/, issuer: '派出所，宣告失踪找人民法院' },
  { name: '婚育状况证明', said: /婚育|生育|计生/, issuer: '卫生健康部门' },
  { name: '婚姻状况证明', said: /婚姻|结婚|离婚|单身|未婚|分居/, issuer: '民政局婚姻登记处' },
  { name: '出生证明', said: /出生/, issuer: '接生的医院' },
  { name: '健在证明', said: /健在|活着|生存|在世/, issuer: '社保经办机构，手机就能认证' },
  { name: '死亡证明', said: /死亡|去世|过世/, issuer: '医院；非正常死亡找派出所' },
  { name: '疾病状况证明', said: /疾病|生病|病情|急诊|意外伤害/, issuer: '看病的医院' },
  { name: '残疾状况证明', said: /残疾/, issuer: '残联' },
  { name: '居民就业状况证明', said: /就业|失业|工作证明|在职/, issuer: '人社部门或用人单位' },
  { name: '居民个人档案证明', said: /档案/, issuer: '存档案的单位或人才中心' },
  { name: '遗产继承权证明', said: /继承|遗产/, issuer: '公证处' },
  {
    name: '居民财产证明',
    said: /财产|收入|房产|存款|经济状况|车辆|偿还/,
    issuer: '开户银行、不动产登记中心等管这项的单位',
  },
  { name: '市场主体住所证明', said: /经营场所|营业执照|住所|住改商|扰民/, issuer: '市场监管部门' },
  { name: '证件遗失证明', said: /遗失|丢失|丢了|挂失/, issuer: '原来发证的单位' },
];

/** What tells where somebody lives, how to reach them or what to mind. */
export const TELLS_WHERE = /\d{5,}|[路街巷院楼栋幢室村组]|家属院|隔壁|平房|怕|忌|不吃|不能吃|过敏|糖尿|轮椅|耳背|敲门/;
/** What asks for another appointment instead. */
export const BOOKS = /预约|取消|改约|候补|约个|约.*[点号天]|订餐|停餐|退餐/;
