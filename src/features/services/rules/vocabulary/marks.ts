/** How people say what they think of a service that is over, folded (half width, Simplified, lower case). */

/** A mark in points anywhere: `给4分`, `五颗星`; no time, no money, and not what is not given. */
export const MARKED_IN_POINTS =
  /(?<![\d.点时:第十百扣差少]|等了?|不(?:给|打|值|到|够|止)?|给不了|[点时]零)([1-5一二三四五])(?:\.\d)?(?:分(?![钟之钱为毫析工别手享货耕\d])|[颗个]?星(?![期辰座]))/gu;
/** A digit that a sentence begins with, or that is all of it: `2 律师不耐烦`; not `2号楼`, `3点`, `2个小时`. */
export const MARKED_BARE = /^(?:评价|打分|打|给|我给)?[\s:,，]*([1-5一二三四五])(?=[\s,，。.!！、;；:]|$)/u;

type Opinions = readonly (readonly [marks: number, said: string])[];

/** Words for marks, with which a sentence begins, but for thanks and small words. */
const OPINIONS: Opinions = [
  [1, '(?:很|非常|太|十分|特别|极其?)不满意|(?:太|很|非常)差劲?|差评|[零负0]分'],
  [2, '不满意|不太满意|不怎么满意|不大满意'],
  [3, '一般般?|还行|还可以|凑合|马马虎虎|基本满意|还算满意'],
  [4, '比较满意|还?不错'],
  [5, '(?:很|非常|挺|十分|特别|相当)?满意|(?:很|挺|非常|特别)好|(?:很|挺|非常|真)不错|好评|满分|(?:10|100|一百)分'],
];
/** Words that neighbours say to each other as well: marks only where they are said to the bot itself. */
const LOOSE_OPINIONS: Opinions = [
  [1, '(?:真|特别)差劲?|糟透|太糟糕?'],
  [
    2,
    '不(?:太|怎么|大|够)?好|不咋[地的样]|不怎么样|(?:有点|比较)?差|差劲|(?:没有?|未)(?:解决|办成)|没办好|没(?:什么)?用|(?:太|真|有点)[慢久]',
  ],
  [3, '还好|过得去|就那样'],
  [5, '(?:真|太|蛮|相当)好|(?:很|真|太|挺|非常)?棒|(?:点|大)?赞|优秀|没得说|没毛病|没意见|[👍💯]+|\\[强\\]'],
];
const THANKS_BEFORE = '谢谢|多谢|感谢|辛苦了?|[您你]们?|师傅|[\\s,，。.!！~～]';
/** 都挺好的 may be how somebody’s family is. */
const SMALL_WORDS_BEFORE = `${THANKS_BEFORE}|嗯|我|都|就|那|给|打|个|总体|整体|觉得|感觉`;
const OPINION_ENDS = '(?=[^\\p{L}\\p{N}]|谢|多谢|感谢|辛苦|$)';
const inWords = (opinions: Opinions, before: string) =>
  opinions.map(
    ([marks, said]) =>
      [marks, new RegExp(`^(?:${before})*(?:(?:${said})[的了吧啊哦呀哈啦呢]*){1,3}${OPINION_ENDS}`, 'u')] as const,
  );
export const MARKED_IN_WORDS = inWords(OPINIONS, THANKS_BEFORE);
export const MARKED_LOOSELY = inWords([...OPINIONS, ...LOOSE_OPINIONS], SMALL_WORDS_BEFORE);

/** With a number of three digits behind it a case is meant; with a digit alone it is unclear which is the mark. */
export const NAMES_ANOTHER = /^(?:编号|单号|预约号?|第|no\.?|#)?\s*(?:\d{3,}|\d{1,2}[分号]?$)|(?:编号|预约号)\s*\d/u;
/** Asks about marks. */
export const ASKS_FOR_MARKS = /几分|多少分|[?？]|吗$/u;

/** Between what is said of it and the mark: `律师不耐烦，只给2分`. */
export const LEADS_TO_MARK = /[\s,，。.!！、;；:：~～]*(?:我|就|只|最多|能|那|必须|评价)*[给打评]?[个了]?[\s:：]*$/u;
/** What stands around a mark and says nothing of the service. */
export const AROUND_MARKS =
  /^(?:谢谢|多谢|感谢|谢了|谢啦|辛苦|你们?|您们?|大家|师傅|我|都|就|那|嗯|给|打|评价|吧|了|啦|的|啊|呀|哈|\ufe0f|[\s,，。.!！、;；:：~～🙏🌹❤👍😊])*$/u;

/** That a service was bad, in words that people say of nothing else. */
export const COMPLAINS =
  /白(?:跑|来|等|去|忙|折腾)|[跑去来]了?我?(?:好几|[两二三四五六七八九十几多\d]+)趟|[跑去]了?我?(?:好几|[两二三四五六七八九十几多\d]+)[次遍回]|等了[^，,。]{0,6}(?:分钟?|小时|钟头|刻钟|半天|好久|很久|[上下]午)|(?:态度|服务|手艺|技术|水平|效率|师傅|律师|医生|大夫)[^，,。]{0,4}(?:不(?:太|怎么|够|是很)?(?:好|行|耐心|热情|专业|负责|客气|认真|咋[地样])|差|烂|恶劣|冷淡|生硬|凶|慢)|没有?(?:给我)?[说讲解释弄问]+(?:清|明白|懂)|没有?(?:办成|办好|帮上|解决|[理剪](?:好|齐))|[说讲][得也都]*不(?:清|明白)|听不[懂清明]|不(?:耐烦|专业|负责|礼貌)|不(?:太|怎么|大|是很)?满意|没有?耐心|爱[理答搭]不[理答搭]|推来推去|踢皮球|推[脱诿]|敷衍|糊弄|骗[人我]|(?:律师|师傅|医生|大夫)[都也根本一直就]*没有?[来到]|没有?人(?:来(?!过?电)|接待|理我)|浪费.{0,6}(?:时间|工夫|功夫)|耽误|[剪理][^，,。]{0,4}(?:不[齐平]|坏|难看|破|一边高)|弄疼|[太很真](?:失望|糟糕)|再也不[来约找去]|差劲/u;
/** That it was good. */
export const PRAISES =
  /(?:态度|服务|手艺|技术|水平|师傅|律师|医生|大夫|小伙子|姑娘|[理剪办讲说做弄服]得)[^，,。不没]{0,4}(?:好|不错|棒|赞|清楚|到位|快)|(?<!老|家里|个)人(?:很|真|特别|非常)好|(?:很|挺|非常|特别|十分|都)满意|(?:耐心|热情|细心|周到|负责|认真)|帮了?.{0,2}大忙|没得说|挑不出/u;
/** It could be better: no praise without a second thought. */
export const WITH_A_BUT = /要是|如果|希望|应该|就好了|就是|但|可是|不过|[不没](?!错|得说)|一[点些]儿?$/u;
/** A question, and no reason for a mark. */
export const ASKS_ON = /[?？]|[吗呢么]$|什么时候|几[点号]|怎么|哪|谁|多久/u;
