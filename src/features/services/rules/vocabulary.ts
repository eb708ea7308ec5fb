/** Words in which residents ask for a service, folded (half width, Simplified, lower case). */

/** What people call a service besides its name: whatever name holds the key is meant by the words. */
export const OTHER_NAMES: readonly (readonly [part: string, said: RegExp])[] = [
  ['理发', /理个发|剪个?头发?|剃个?头发?|推个?头发?|理头发|剪个?发|理理发/],
  ['体检', /检查身体|查体|量血压|做个?检查/],
  [
    '送餐',
    /订餐|订饭|送(?:[一1两2]?[份个盒])?[饭餐]|助餐|老年餐|老[人年]饭|订.{0,8}[饭餐](?!馆|店|厅|桌)|饭(?:怎么|咋|几点|[什啥]么?时候)[订送]|午饭|午餐|盒饭/,
  ],
  ['证明', /开个?证|盖章|盖个章/],
  ['社保', /养老金|退休金|医保/],
  ['政策', /问政策|低保|补[贴助]|津贴|公租房|廉租|医疗救助|临时救助|困难救助/],
  ['代办', /跑腿|帮办|帮我办|老[年人]证|优待证|残疾证|公交卡/],
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
  /(?:腿脚?|身体|眼睛?|耳朵|手脚|行动|走路)[^，。,]{0,3}(?:不(?:太)?(?:好|便|灵便|利索|方便|行)|看不见)|不(?:太)?方便|走不动|看不清|听不见|下不了楼|出不了门/g;
/** `有没有`, `能不能`: a question, and no complaint either. */
export const EITHER_OR = /有没有|[能会好]不[能会好]|可不可以|行不行|(?:[行好成]|可以)不(?=$|[\s,，。?？])/g;
/** Asks for what is booked. */
export const ASKS_FOR_OWN = /^我?(?:的)?(?:预约|约)(?:了|上)(?:没有|没|吗|什么|啥|哪天|几点|么|吧)*[?？。]*$/;
/** That something is wrong or being asked: no wish for an appointment. */
export const NO_WISH = /没|不|(?<![特区性])别(?![的人处])|坏|投诉|凭啥|凭什么|为什么|为啥/;
/** That a booking is to be moved. */
export const MOVES =
  /改(?:到|成|为|期|约|在|天|个|一下|时间|(?=下?个?周|星期|礼拜|大?[明后]天|上午|下午|早上|\d|[一二三四五六七八九十两]+[点号]))|换(?:到|成|个时间|时间|天|一天)|挪|推迟|提前/;
/** That it is to be called off. */
export const CALLS_OFF =
  /取消|退掉|退了|不去|不约|不来|去不[了成]|来不[了成]|过不[来去]|不(?:做|理|剪|剃|查|办|吃)了|不想(?:去|约|做|理|来)/;
/** The same, and too little to act upon: it may as well be said of a case, or of what was being talked about. */
export const ONLY_CALLS_OFF =
  /^(?:那|就|我|先|还是|请|[\s,，])*(?:取消|退掉|退了?|不约)(?:了|吧|啊|呀|哈|[\s,，。.!！~～])*$/;
/** It is to stay. */
export const KEEPS = /[别不没](?:要|想|能|用)?(?:取消|退)/;
/** That the meals are meant, where nothing else is booked. */
export const CALLS_OFF_FOOD = /取消|退|不吃/;
/** `取消 4`: the number of a booking alone. */
export const CALLS_OFF_NUMBER =
  /^(?:请|帮我|我要|我想)?(?:取消|退掉|退)(?:第|#)?\s*(\d{1,7})\s*(号)?(?:预约)?(?:了|吧)?[\s。.!！]*$/;
/** That somebody comes later than agreed; and what stands around it: whoever says more speaks of somebody else. */
export const RUNS_LATE =
  /迟到|(?:来|到)晚|晚(?:一?[点些]儿?|一?会儿?|[^\s,，。]{1,5}(?:分钟?|刻钟|小时|钟头))(?:才|再|能|会)*(?:到|来|过[来去])|赶不(?:上|到|及|过[来去])|路上堵/;
export const AROUND_LATE =
  /(?:\d{1,3}|[一二两三四五六七八九十半几多])+个?半?(?:分钟?|刻钟|小时|钟头)|可能|估计|恐怕|大概|差不多|路上|堵车|有点|太|堵|晚|会|要|得|再|才|能|点|儿|到|来|过去|着|车|对不起|不好意思|抱歉|说一声|等等?我?|那边|这边|左右/g;
/** That a meal is not to come. */
export const CALLS_OFF_MEALS =
  /(?:不要|不用|别|停).*(?:送|餐|饭)|[送餐饭].{0,3}停|不吃(?:午?[饭餐])?了?[。.!！]?$|不订了/;
/** That a meal is to come after all. */
export const RESUMES_MEALS = /(?:照常|照样|照旧|恢复|继续|接着)送/;
/** All that is to be carried has been: the whole message of a courier. */
export const ALL_DELIVERED = /^(?:今天)?(?:的)?(?:餐|饭)?(?:都|全都?|全部|已经?)?送(?:完|到|齐)了?[。.!！]?$/u;
/** A courier's 送到 was a mistake; no command, for residents say 没送到 too. */
export const TAKES_BACK = /^(?:没送到|还没送到?|送错了)\s*(?:预约号|第)?\s*(?<no>\d{1,7})\s*号?[。.!！]?$/u;
/** A courier's thumb writes the number first: `3号没人开门`, `5送到了`. */
export const NUMBER_FIRST =
  /^(?:预约号|第)?\s*(?<no>\d{1,7})\s*号?\s*(?:(?<unopened>没人(?:开门?|应门?)|没开门|没取餐)|(?<delivered>送到了?|送完了?))[。.!！]?$/u;
/** Asks about a service. */
export const ASKS_ABOUT = /什么(?:菜|时候)|啥时候|几点|哪天|多少钱|要钱|收费|带什么|带啥|怎么|咋|在哪|哪里|有没有|吗/;

/** Leaves what is being talked about: the whole message. */
export const LEAVES =
  /^(?:[0〇]|退出|返回|(?:那|就|我|还是|先|嗯|[\s,，])*(?:算了|取消|不约|不订|不弄|不要|不用|不改|不取消|不办|再说|(?:再)?想想|考虑(?:考虑|一下)))(?:一下|了|吧|啊|呀|哈|再说|谢谢|[\s,，。.!！~～])*$/;

/** Does not tell it now; the booking itself stays: 算了 may mean that, and is asked again. */
export const LATER =
  /^(?:[0〇]|(?:那|我|先|等|嗯|[\s,，])*(?:以后|回头|晚点|过后|一会儿?|等会儿?|到时候?)(?:再|我)*(?:说|发|讲|告诉)?(?:你|给你)?)(?:吧|啊|呀|哈|[\s,，。.!！~～])*$/;

/** One more like what was booked just now, for somebody or for some time: `再给我老伴约一个`, `我爸也要`. */
export const ANOTHER =
  /(?:再|另外|还要?|还想|也|还有)(?=.*(?:[约订来要加]|一[个份次起块]|还有))|(?<=[再也还另].*)(?:约|订|来|要|加)(?:一?[个份次]|上)?|还有|(?:再|也)$/g;
/** At the time of the other one, or next to it. */
export const SAME_TIME = /(?:同一?个?|一样的?|一个)(?:时间|时候)|同时|一[起块道](?:去|来)?|跟[我他她].{0,2}一[起块]/g;

/** On the day of the other one. */
export const SAME_DAY = /(?:紧?挨着|前后脚|同一?天|当天)(?:的|就行|也行)?/g;
/** The home is one that was told before: `地址一样`, `和我妈一块住`. */
export const SAME_HOME =
  /^(?:和|跟|与|同)?(?:我|俺|他|她)?(?:妈妈?|爸爸?|上次|上面|上边|上一个|刚才|前面|那个|那边)*(?:的)?(?:地址|住址|电话|都|也|是|、|和)*(?:一样|同上|一个样|相同|没变|不变|照旧|(?:住|在)?(?:在)?一[起块](?:住|儿)?)(?:的|啊|呀|了)?[。.!！\s]*$/;

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
/** What people say around it, and that they cannot come. */
export const BY_THE_WAY =
  /不去|去不[了成]|不来|来不[了成]|过不[来去]|不用|不要|不约|不(?:做|理|剪|剃|查|办)了|不吃|不想去|不想约|取消|退掉|算了|行不行|可不可以|可以吗|能不能|行吗|好吗|好不好|改天|时间|临时|家里|有事|没空|没时间|请|麻烦|帮|给|把|我|您|你|的|了|吧|啊|呀|哈|一下|这个|那个|那份|这份|预约|约|改成|改到|改为|换成|换到|改|换|到|谢谢/g;

/** What stands around a day or a time that is an answer. */
export const AROUND_TIME =
  /那就|就|那|还是|我们?|俺|想|要|约|改到?|定|选|换到?|去|来|吧|可以吗?|行吗|行|好|的|了|呀|啊|呢|哈|谢谢|[\s,，、。.;；:：!！~～]/g;

/** Nothing but the number of a booking, behind the word 预约: `3`, `号3`; not `15号`, which is a date. */
export const ONLY_BOOKING_NUMBER = /^(?:号|预约号|#)?\s*(\d{1,7})[\s。.?？!！]*$/u;

/** When a meal is on the table, in minutes since midnight, where the profile gives no hours for it; else it is noon. */
export const MEAL_TIMES: readonly (readonly [said: RegExp, minutes: number])[] = [
  [/早/, 450],
  [/晚/, 1_080],
];

/** A meal that is named by its time; of 今天晚上 it is supper. */
export const OTHER_MEALS: readonly (readonly [served: RegExp, said: RegExp])[] = [
  [/早/, /早[上饭餐点]|早晨/],
  [/[午中]/, /[午中][饭餐]|中午/],
  [/晚/, /晚[上饭餐]|夜里/],
];

/** What was said before it is put right by what follows. */
export const CORRECTS =
  /不是[^,，。]{1,10}?[,，\s]*而?是|(?:哦|噢|啊|等等|等下)?[,，\s]*(?:不对|不是|哦不|噢不|说错了|错了)|改成|改到|改为|应该是/;
/** Takes any of what is offered: the whole message. */
export const ANY_OF_THEM =
  /^(?:那|就|嗯|好|我|[\s,，])*(?:哪个|哪天|什么时候|几点|时间|怎么)?(?:都行|都可以|都好|都成|随便|无所谓|随你|你定|您定|看着办|你看着?办?)(?:哪个|哪个都行|吧|的|了|啊|呀|都行|[\s,，。.!！~～])*$/;
/** The last one of them. */
export const LAST_OF_THEM =
  /^(?:那|就|要|我|选|约|[\s,，])*(?:最后|末尾|最后面)的?(?:一个|那个|一项)?(?:吧|的|了|好了|[\s,，。.!！~～])*$/;
/** None of them: what comes later is wanted, on another day or at all. */
export const LATER_TURNS =
  /^(?:嗯|哦|那|这些|这几个|时间|我|[\s,，])*(?:都不行|都不合适|都不方便|都没空|都不要|(?<day>(?:能|可以)?(?:换|改)(?:一|个|别的)?天|别的(?:日子|天)|再晚几天|往后几天)|(?:能|可以)?换(?:一|个)?(?:个|别的)?时间|(?:还)?有(?:没有)?(?:别的|其他的?)(?:时间)?|别的时间|再晚一?点|往后|下一页|更多)(?:吧|的|了|吗|么|呢|啊|呀|有吗|[\s,，。.!！?？~～])*$/;
/** Around a choice: `那就第三个吧`. */
export const AROUND_CHOICE =
  /^(?:那|就|我|要|选|约|嗯|[\s,，])*(?=第|[0-9①②③④⑤])|(?:吧|了|啊|呀|好了|就行|可以|[\s,，。.!！~～])*$/g;
/** Either will do. */
export const OR = /或者|或是?|要么|还是|也行|都行|都可以|都好/g;

/** Several numbers in a row. */
export const NUMBERS = /(?<!\d)\d{1,7}(?!\d)/g;
/** Numbers with nothing but separators between them, from the beginning on. */
export const NUMBERS_FIRST = /^(?:[\s,，、和跟及]*(?<!\d)\d{1,7}(?!\d)号?(?=[\s,，、和跟及。.!！]|$))+/u;
/** Nobody came to the door. */
export const NOBODY_OPENS = /没(?:有)?人(?:开门?|应门?|在家?|取餐?)|没开门?|没应门?|没取餐?|敲不开/u;

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
    said: /财产|房产|存款|经济状况|车辆|偿还/,
    issuer: '开户银行、不动产登记中心等管这项的单位',
  },
  { name: '市场主体住所证明', said: /经营场所|营业执照|住所|住改商|扰民/, issuer: '市场监管部门' },
  { name: '证件遗失证明', said: /遗失|丢失|丢了|挂失/, issuer: '原来发证的单位' },
];

/** What tells where somebody lives, how to reach them or what to mind. */
export const TELLS_WHERE =
  /\d{5,}|[路街巷楼栋幢室村组]|(?<![住医出入])院|家属院|隔壁|平房|怕|忌|不吃|不能吃|过敏|糖尿|轮椅|耳背|敲门/;
/** A telephone number, once separators are gone. */
export const TELEPHONE = /\d(?:[\s-]?\d){6,}/g;
/** What stands around an address and a number. */
export const AROUND_DETAILS =
  /地址|住址|电话|手机号?|号码|门牌|住在?|就?在|是|我们?|俺|家里?|您|你|妈妈?|爸爸?|老人家?|的|到|上门|怕烫|敲门|[\s,，。.、;；:：!！]/g;
/** Has no such thing, or will not say. */
export const HAS_NONE =
  /^(?:没有?|无|不知道|不清楚|不记得|不方便|不想说|不说了?|算了|0)(?:电话|手机|了|的|吧|呢)*[。.!！\s]*$/;
/** Something that is wrong, or asked: no address. */
export const TROUBLE =
  /坏了|坏掉|漏水|停[水电气暖]|堵了|不亮|吵|投诉|报修|没人管|臭|怎么|咋|什么时候|啥时候|几点|[?？吗]$/;
/** What asks for another appointment instead. */
export const BOOKS = /预约|取消|改约|候补|约个|约.*[点号天]|订餐|停餐|退餐/;

/** What can only be part of an address or a telephone number. */
export const ADDRESS_PART = /\d[\d-]{2,}|\d+\s*(?:号楼?|[栋幢楼层室户排]|单元)|号楼|单元|[栋幢室]/g;
/** A stretch of words, up to the next separator, that says what somebody must not or cannot eat. */
export const DIET =
  /[^\s,，。;；]*(?:(?<!没有?|没什么|没啥|[不无])忌(?!日)|不吃|不能吃|不可以吃|不要吃|别吃|吃不[了得惯]|[别不]放|不要(?:放|辣|葱|蒜|姜|香菜|肉|盐|油|糖)|(?<!没有?|[不无])过敏|[怕免微]辣|[少低无控戒]糖|[少低无]盐|[少低]油|低脂|血糖|糖尿|痛风|清真|回民|穆斯林|素食|[吃全]素|吃斋|软一?点|烂一?点|软烂|流食|半流|打碎|牙口|咬不动|清淡)[^\s,，。;；]*/g;
/** That there is nothing to mind about the food, said together with something else. */
export const SAYS_NO_DIET = /(?:没有?|没什么|没啥|[不无])(?:忌口?|过敏)/;
/** In the details of a meal, the answer to the question about the diet stands behind this. */
export const DIET_MARK = '｜忌口：';
/** Nothing to mind about the food. */
export const NO_DIET =
  /^(?:1|一|①|0|没有?|无|都行|都能吃|都可以|不忌口?|没啥|没什么|不过敏)(?:的|了|忌口)?[。.!！\s]*$/;
/** There is something, and it is not yet said what. */
export const SOME_DIET = /^(?:2|二|②|有的?)[。.!！\s]*$/;
/** A question, and no answer to one. */
export const ASKS = /[?？]|[吗呢]$|什么(?!时候都)|啥(?!时候都)|怎么|为什么|能不能|可不可以|行不行|好不好|多少钱/;
/** That meals are to stop for some time, and nobody knows until when. */
export const SUSPENDS = /先(?:停|不[送要吃用])|暂停|停(?:一阵|一段|几天)|住(?:了)?院|(?:饭|餐).{0,3}停/;
/** Words that ask or want something else and are no diet. */
export const NO_ANSWER = /[?？]|吗$|怎么|什么时候|几点|谢谢/;
/** A date with its year. */
export const NAMES_YEAR = /\d{2,4}年|[明后]年/;

const JOINED_WEEKDAYS = '(?:周|星期|礼拜)[一二三四五六日天](?:[、和跟及]?(?:周|星期|礼拜)?[一二三四五六日天])*';
/** Days that are left out: `除了周三`, `周三不要`. */
export const EXCEPT = new RegExp(
  `(?:除了?|除开|除去|不含|不包括)(?<behind>${JOINED_WEEKDAYS})(?![到至])(?:以?外|之外)?|(?<!到)(?<before>${JOINED_WEEKDAYS})(?:的?(?:不要|不用|不送|不吃|不订|除外))(?!了|放|辣|葱|蒜)`,
);
/** Two weekdays and more, one by one. */
export const SOME_WEEKDAYS =
  /(?<![到至~-])(?<weekdays>(?:周|星期|礼拜)[一二三四五六日天](?:[、,，和跟及\s]*(?:(?:周|星期|礼拜)?[一二三四五六日天])(?![\d月日号点个]))+)(?![到至~-])/;
/** The days of the week by their signs, from Monday to Saturday; what is none of them is Sunday. */
export const WEEK_SIGNS = '一二三四五六';
export const WEEKDAY_SIGN = /[一二三四五六日天]/g;
/** The days of one week, and no others. */
export const THAT_WEEK =
  /(?:这|本|下|上)+一?个?(?:周|星期|礼拜)|[\d一二三四五六七八九十]+(?:月|号|日(?!\S))|今天|明天|后天/;

/** Written like a date, an hour or a number of days, but none that there is: `31.2`, `25点`, `32号`, a row of twenty digits. */
export const NO_DAY =
  /(?<![\d.])\d{1,2}[./]\d{1,2}(?![\d.元块米万号栋幢楼室%])|(?<!\d)(?:3[2-9]|[4-9]\d)[日号](?![楼院栋幢])|\d{19,}/;
export const NO_TIME = /(?<![\d.:])(?:(?:2[5-9]|[3-9]\d)(?:[点时](?!间)|:\d\d)|\d{1,2}点[6-9]\d分)/;
