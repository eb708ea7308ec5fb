import { fold } from './words.ts';

/** Somebody may be in danger now: the first line of the answer is whom to call. */
export type Emergency = 'fire' | 'gas' | 'trapped' | 'medical' | 'violence' | 'despair';

/** What is said when it happens; lookarounds keep out the words that only look like it (吃着火锅, 被困扰, 跳楼价). */
const SIGNS: readonly (readonly [Emergency, RegExp])[] = [
  [
    'gas',
    /(?:煤气|燃气|天然气|液化气|瓦斯|沼气)(?:罐|管道?|灶|阀门?|表|炉)?[^\s,，。!！?？;；]{0,4}?(?:泄[漏露]|漏气|跑气|漏了|在漏|味|爆炸|爆了|中毒)|(?:漏|跑)(?:煤气|燃气|天然气|液化气)|闻[到见着](?:一股)?[^\s,，。]{0,4}(?:煤气|燃气|天然气|瓦斯)|一氧化碳(?:中毒|超标)|煤烟(?:中毒|打了)/g,
  ],
  [
    'fire',
    /着火(?![锅车爆热力])|(?<!一)起火(?![锅车])|失火|着了火|[烧着]起来|燃起来|火灾(?!隐患|风险|危险|保险|事故案例|报警|探测)|大火(?!车|锅|热)|冒[着大浓黑白]{0,2}烟|浓烟|火苗|火光|爆炸|自燃了?|救火/g,
  ],
  [
    'trapped',
    /困人|被困(?![扰难境惑])|困(?:在|到)(?:了)?(?:电梯|里|屋|家|楼|车|水|半|厕|轿)|困住|[关卡锁](?:在|到|进)了?(?:电梯|轿厢)|电梯[^,，。!！?？;；]{0,8}(?:出不[来去]|门打不开人|关了?人|关住|卡住人|里有人出)|反锁在(?:屋|家|里|阳台)|锁在(?:屋里|家里|车里|阳台)[^,，。]{0,6}(?:孩|娃|老人|出不)|(?:孩子|娃娃?|老人)[^,，。]{0,4}[锁关]在(?:屋里|家里|车里|阳台)/g,
  ],
  [
    'medical',
    /晕倒|昏倒|晕过去|昏过去|昏迷|没有?呼吸|呼吸停|停止呼吸|呼吸困难|喘不[上过]气|没有?心跳|没有?脉|心梗了?|心脏病(?:犯|发)|脑溢血|中风了|吐血|大出血|流血不止|流了?(?:好多|很多|一地)血|抽搐|抽过去|口吐白沫|不省人事|没意识|失去意识|休克|叫不醒|喊不醒|叫不应|触电|溺水|落水|掉(?:到|进)?(?:水|河|井|坑)里|坠楼|坠落|从楼上(?:掉|摔)|摔下(?:来|楼|去)|摔得?(?:动不了|不能动|起不来)|砸到人|砸[伤着]了?(?:人|娃|孩|老)|车祸|撞[了到伤]人|食物中毒|要生了|羊水破|救命(?!稻草|之恩)|(?:叫|喊|打|派)(?:一?[个辆])?救护车/g,
  ],
  [
    'violence',
    /持刀|拿着?(?:菜)?刀(?:子)?(?!削|切|片|具|架)|动刀|砍人|捅人|砍[了伤]|捅[了伤]|(?<![拨敲])打人(?![工民数口员])|打起来|打架|打群架|在打(?:我|她|他|孩子|娃|老婆|媳妇)|打我(?!的?电话|的?手机|的?微信|的?号|们|来|个)|往死里打|动手打|家暴|行凶|杀人|斗殴|互殴|抢劫|抢东西|绑架|劫持|入室|撬(?:门|锁)|被撬|翻(?:墙|窗)(?:进|入)|有(?:小偷|贼)|强奸|猥亵|性侵|尾随|^报警$|(?:快|帮我|赶紧|赶快|我要)报警|(?:叫|喊)警察/g,
  ],
  [
    'despair',
    /想死(?![你我他她它咱])|不想活|活不下去|活够了|(?<![养种救])不活了|活着没意思|跳楼(?![价机大清甩梯])|跳[河桥井]|轻生|自杀|自尽|寻短见|寻死|自残|割腕|上吊|喝(?:农药|敌敌畏|百草枯)|服毒|遗书|想不开|了结(?:自己|生命)|结束(?:自己|生命)/g,
  ],
];

/** Not now or not really: said before the sign, within the same clause. Words that a sign itself may start with stay apart. */
const DENIED_BEFORE =
  /(?:没有(?!人)|并未|未发生|没发生|不会|(?<!是)不是|防止|预防|防范|避免|以防|防备|谨防|严防|担心|害怕|恐怕|容易|极易|万一|如果|要是|假如|假设|一旦|差一?点|险些|会不会|可能会|模拟|假装|禁止|严禁|不准|杜绝|减少)[^\s,，。!！?？;；:：]{0,3}$|(?:没(?!人)|未|(?<![消国])防|怕|无(?!人))[^\s,，。!！?？;；:：]{0,1}$|易$|[没无]有?人员?$/;
const LONG_AGO =
  /(?:上次|上回|上个?月|上周|去年|前年|以前|之前|曾经|那年|那次|往年|历史上|小时候|新闻|电视|听说外地|网上)[^\s,，。!！?？;；]{0,8}$/;
/** A lesson, a drill, a thing against it: said around the sign, within the same clause. */
const LESSON =
  /演练|演习|讲座|培训|宣传|知识|课堂|预案|预防|防范|(?<!消)防[火盗]|热线|隐患排查|电影|小说|电视剧|剧本|海报|标语|条幅/;
/** A device named after what it warns of. */
const DEVICE_AFTER = /^(?:报警|警报|探测|检测)[器仪]/;
const NOT_ALIVE = /(?:烟囱|烧烤|香炉|锅里|嗓子|喉咙|香烟|抽烟|吸烟|猫|狗|鸡|游戏|电动车能|车会)[^\s,，。]{0,4}$/;
const CLAUSE_END = /[\s,，。!！?？;；]/;
/** Nobody says `没有呼吸` to deny something; for these the words before are no denial. */
const FIRM: ReadonlySet<Emergency> = new Set(['despair']);
const DENIED_DESPAIR = /(?:防|防止|预防|防范|避免|没有?|不会|不|没)[^\s,，。!！?？;；:：劝]{0,1}$/;

/**
 * Whether words tell of an emergency going on: fire, gas, people trapped, a life in danger, violence, despair. Drills,
 * lectures, prevention, denials (没有着火), things that might happen (容易着火) and things long ago are none.
 */
export function readEmergency(words: string): Emergency | undefined {
  const folded = fold(words.slice(0, 2_000));
  for (const [emergency, signs] of SIGNS) {
    for (const match of folded.matchAll(signs)) {
      if (isNow(folded, match.index, match.index + match[0].length, emergency)) return emergency;
    }
  }
  return undefined;
}

function isNow(folded: string, from: number, to: number, emergency: Emergency): boolean {
  const before = lastClause(folded.slice(Math.max(0, from - 16), from));
  const after = firstClause(folded.slice(to, to + 16));
  if (LESSON.test(before + folded.slice(from, to) + after) || DEVICE_AFTER.test(after)) return false;
  if (NOT_ALIVE.test(before) || LONG_AGO.test(before)) return false;
  return !(FIRM.has(emergency) ? DENIED_DESPAIR : DENIED_BEFORE).test(before);
}

function lastClause(words: string): string {
  return words.split(CLAUSE_END).at(-1) ?? '';
}

function firstClause(words: string): string {
  return words.split(CLAUSE_END)[0] ?? '';
}
