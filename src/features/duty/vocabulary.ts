/** 行, to a colleague who wants to swap. */
export const AGREES = /^(?:行|好|可以|没问题|成|中)[的啊呀吧了]?[。.!！\s]*$/u;
export const DISAGREES = /^(?:不行|不可以|不方便|换不了|不成|不能换|不好意思)[的啊呀吧了]?[。.!！\s]*$/u;
/** What is left of 我明天请假 without the day; 小陈明天请假 is about somebody else. */
export const SAYS_LEAVE =
  /^(?:本?人|我)?\s*(?:想|要|得|需要)?\s*(?:请(?:个|[一二两三四五几\d]*天)?假|休(?:息|假)|不能值班|值不了班|来不了)了?(?:[,，。.!！\s].*)?$/u;
/** That the duty itself is meant. */
export const NAMES_DUTY = /假|值/u;

/** What is asked about the window, without the day and without signs. Who it is about: nobody, or the office. */
const OFFICE = '(?:请问|那|你们?|您们?|咱们?|社区|居委会|村委会|窗口|服务大厅|大厅|办公室|这里|这儿|的|现在)*';
const END = '(?:你们|您们|咱们|呢|呀|啊|吗|嘛|么|没|不|没有|吧|来着|谢谢)*$';
const asked = (words: string): RegExp => new RegExp(`^${OFFICE}(?:${words})${END}`, 'u');
const WORKS = '值班|当班|上班|值|在岗|办公';
/** Right now is a day, too. */
export const NOW = /现在|这会儿?|此刻|当前/u;
/** That no other place is meant. */
export const NAMES_WINDOW = /社区|居委会|村委会|窗口|大厅|办公室|值班|当班|你们/u;
/** `谁值班`, `哪位在窗口值班`, `谁在`; not `谁在家`. */
export const ASKS_WHO = asked(
  `(?:都?是|有|轮到)?(?:谁|哪位|哪个|哪些人|什么人)(?:来|在)?(?:社区|居委会|窗口|大厅|办公室)?(?:${WORKS}|(?<=在.{0,3}))`,
);
/** `有人吗`, `有没有人值班`, `上班吗`, `开不开门`. */
export const ASKS_WHETHER = asked(
  `(?:还|会|都|是不是)*(?:(?:有人|有没有人|有谁)(?:来|在)?(?:社区|窗口|大厅|办公室)?(?:${WORKS})?|(?:${WORKS}|开门|开着?|休息|放假)(?=[吗嘛么没不])|[上开][不没][上开][班门]|在不在)`,
);
/** `几点下班`, `什么时候开门`, `上班时间`. */
export const ASKS_HOURS = asked(
  '(?:[上下]午|中午|早上|晚上|都|是)*(?:几点钟?|什么时候|啥时候|什么时间|多会儿)(?:上班|下班|开门|关门|开|关|办公|有人)|(?:上班|下班|办公|工作|开门|服务)时间(?:是)?(?:几点|多少|什么时候|啥)?',
);
/** `办公室电话`, `社区在哪儿`. */
export const ASKS_FOR_OFFICE =
  /^(?:请问|那)*(?:你们|咱们|社区|居委会|村委会|窗口|服务大厅|大厅|办公室|值班|的)+(?:联系)?(?:电话|号码|联系方式|地址|位置|在哪[里儿]?|怎么走|在什么地方)(?:号码?)?(?:是|有)?(?:多少|几号|什么|啥|哪个|哪[里儿])?(?:呢|呀|啊|吗|来着|谢谢)*$/u;
