/** What residents report of a service on its way to them, clause by clause; folded, without signs and spaces. */

/** Around a report: when, to whom, of whom. */
const BEFORE =
  '(?:你好|您好|请问|麻烦|今[天日儿]|中午|刚才|现在|到现在|都?几点了|(?:我|俺|咱)们?(?:家|妈妈?|爸爸?|老伴|奶奶|爷爷|婆婆|公公|岳父|岳母)?|[你您]们?|送来?|订|的|那|这|说|六心|小助手)*';
const YESTERDAY = '(?<yesterday>昨[天日儿](?:中午)?)?';
const MEAL = '(?:饭菜?|餐|午饭|午餐|盒饭|饭盒)';
const STILL = '(?:怎么|咋|为什么|为啥|到现在|现在|还|都|一直|又|也|就|今天)*';
const TO_ME = '(?:给|跟)?(?:我|俺|咱)?(?:们|家|妈|爸)*';
const END = '(?:了|啊|呀|呢|哦|哎|唉|吗|嘛)*$';

/** A meal has not come. Where no meal is named, only what is brought can be meant. */
export const MEAL_NOT_HERE = new RegExp(
  `^${BEFORE}${YESTERDAY}${BEFORE}(?:${[
    `${MEAL}${STILL}没(?:有)?${TO_ME}(?:送到|送来|送过来|送|到|来|收到|见到|见着|等到|拿到)`,
    `${MEAL}(?:呢|(?:送?到|走到|在)哪[里儿]?)`,
    `${MEAL}${STILL}还不(?:送来?|来|到)`,
    `${STILL}没(?:有)?${TO_ME}(?:送来|送过来|送到)${MEAL}?`,
    `${STILL}(?:没(?:有)?|不)${TO_ME}送来?${MEAL}(?:来|过来)?`,
    `${STILL}没(?:有)?(?:收到|见到|见着|等到|拿到)${MEAL}`,
    `${STILL}没(?:有)?人(?:来)?${TO_ME}送${MEAL}(?:来|过来)?`,
  ].join('|')})${END}`,
  'u',
);

const FOOD = `(?:${MEAL}|饭里?的?菜|菜|米饭|汤|肉)`;
const VERY = '(?:也?太|有点儿?|好|很|真的?|是|都|实在|特别|非常|这么|又|已经|全|还|送来|到的时候|的时候|就|一点|不够)*';
const BAD =
  '(?:凉|冷|咸|淡|辣|油腻?|硬|夹?生|馊|糊|臭|酸|洒|少|差劲?|难吃|坏|变味|不好吃|没法吃|没熟|不熟|不热|不新鲜|不干净|不够吃|咬不动|不能吃)';

/** A meal came, and something is wrong with it. */
export const MEAL_BAD = new RegExp(
  `^${BEFORE}${YESTERDAY}${BEFORE}(?:${[
    `${FOOD}${VERY}${BAD}`,
    `${STILL}(?:少|漏)(?:送|给|放)?了?${TO_ME}[一两1-3]?[个份样盒]${FOOD}`,
    `${STILL}(?:${MEAL})?${STILL}送错(?:人家?|${MEAL}|门|地方)?`,
    `${FOOD}(?:里面?)?(?:有|吃出)[一了]?[根个条只]?(?:头发|虫子?|苍蝇|沙子?|石子|异味)`,
  ].join('|')})(?:了|啊|呀|哦|哎|唉|吧|很|死了)*$`,
  'u',
);

/** Somebody who was to come to the door has not. */
export const AWAITS_WORKER =
  /(?<who>师傅|上门的?人?|工作人员|人)?(?:怎么|咋|为什么|为啥|到现在|现在|还|都|一直|也)*(?:没(?:有)?(?:人来|来人|过来|上门|见到?人|来|到)|还不(?:来|到)|迟到)(?:呢|呀|嘛)*/u;
/** Who is waited for, said apart from it: `师傅今天还没来`. */
export const WORKER = /师傅/g;
/** The speaker has not come. */
export const SPEAKS_OF_ONESELF = /[我俺咱](?:们)?(?:还|都|也|现在)*(?:没|不|要|会|可能|迟)/u;

/** Whether something is called off by now. */
export const ASKS_WHETHER_CANCELLED =
  /(?:是不是|已经|真的?|都)*(?:取消|退)(?:掉|好|成功)?了(?:没有?|吗|么|吧(?=[?？]))/u;
