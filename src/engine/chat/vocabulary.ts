import { COUNTED } from '../../kernel/room-number.ts';

/** Words of the chat engine itself, as people type them; all of them folded (half width, Simplified, lower case). */

/** Between a command word and what follows. */
export const SEPARATORS = /^[\s:,，、。.;；!！~～-]+/u;

/** The separators that make a word in an unaddressed group message a command. */
export const GROUP_SEPARATORS = /^[\s:,，]+/u;

/** What may trail a command that stands alone: `帮助一下吧。` */
export const PARTICLES = /^(?:一下|看看|怎么样|如何|给我|我|的|吧|啊|呀|呢|了|吗|嘛|谢谢)*[\s。.!！?？~～]*$/u;

/** A case number at the start of what is left: `101`, `编号101`, `#101`, `101号`; not `120元`, `300平`, `101室`. */
export const CASE_NUMBER = new RegExp(
  `^(?:编号|单号|第|no\\.?|#)?[\\s:]*(\\d{3,9})(?![\\d.%室户毫平-]|${COUNTED})(?:号(?!院|门|房)|#)?`,
  'u',
);

/** A number of any length that counts nothing: `5`, `预约号5`; not `5分钟`, `5号楼`. */
export const SMALL_NUMBER = new RegExp(
  `^(?:预约号|#)?\\s*\\d{1,7}(?![\\d.:%室户毫平-]|${COUNTED})(?:号(?!院|门|房)|#)?`,
  'u',
);

/** A number that no case will ever have. */
export const TOO_LONG_A_NUMBER = /^(?:编号|单号|第|no\.?|#)?[\s:]*\d{10,}/u;

/** The number of a broadcast or a study material. */
export const WHOLE_NUMBER = /^(?:编号|广播|第|#)?\s*(\d{1,6})(?:号|条|#)?(?!\d)/u;

/** A mark: `5`, `5分`. */
export const MARKS = /^(\d{1,2})(?:分|星|颗星)?(?!\d)/u;

/** A message that is nothing but a case number. */
export const BARE_NUMBER = /^(?:编号|单号|no\.?|#)?\s*\d{3,9}\s*(?:号|#)?[\s。?？]*$/u;

/** Slips of the thumb that are no words of their own. */
export const SLIPS: Readonly<Record<string, string>> = {
  投拆: '投诉',
  投素: '投诉',
  投述: '投诉',
  头诉: '投诉',
  报休: '报修',
  报俢: '报修',
  反印: '反映',
  建意: '建议',
  见议: '建议',
  进渡: '进度',
  进都: '进度',
  认岭: '认领',
  任领: '认领',
  办节: '办结',
  办洁: '办结',
  满义: '满意',
  帮组: '帮助',
};

/** Slips that are words too: corrected only when the bot itself is spoken to. */
export const SOUND_ALIKES: Readonly<Record<string, string>> = {
  投宿: '投诉',
  保修: '报修',
  反应: '反映',
  近度: '进度',
  带办: '待办',
};

/** What people say before they say what they want; said without it, the words mean the same. */
export const LEAD_IN =
  /^(?:对了|请问|[你您]好|在吗|打扰(?:一下|了)?|(?:那个|喂|麻烦(?:一下|您|你)?|[啊呃嗯哎诶])[\s,，。.!！]|(?:我|俺)?(?:想|就)?(?:问|打听)(?:一下|下|个事|一问|你)|[\s,，。.!！?？~～])+(?=\p{L}{2})/u;

/** Calling the bot by its name alone asks for this. */
export const CALL = '帮助';

/** Ways to say yes to a question of the bot's. */
export const YES = /^(?:1|一|①|是|是的|对|对的|好|好的|嗯|要|可以|登记)[。.!！]?$/u;

/** Ways to say no to it. */
export const NO = /^(?:0|〇|不|不是|不对|不要|不用|不用了|没有|否|算了)[。.!！]?$/u;

/** Thanks, greetings and goodbyes, and that something was heard: what people say around a matter, and no matter itself. */
export const COURTESIES = {
  thanks: /谢谢|多谢|感谢|谢了|谢啦|辛苦|麻烦(?:你|您)?了|太好了|[🙏🌹❤💐]|\[(?:抱拳|合十|玫瑰|爱心|拥抱)\]/u,
  greeting: /您好|你好|在吗|在不在|有人吗|早上好|上午好|中午好|下午好|晚上好|大家好|早安|哈[喽啰]|嗨|hello|\bhi\b/u,
  farewell: /再见|拜拜|回见|晚安|\bbye\b|\[再见\]/u,
  heard:
    /[嗯哦噢喔]+|好的|好嘞|好滴|行|好|收到|知道|明白|了解|再说|先这样|就这样|ok|[👍👌😊😄]|\[(?:强|ok|微笑|愉快|呲牙|鼓掌)\]/u,
} as const;
/** What may stand between and behind them. */
export const AROUND_COURTESIES =
  /六心小助手|小助手|你们?|您们?|大家|各位|我|都|真|太|非常|十分|啊|呀|哈|呢|哦|吧|了|啦|的|\ufe0f|[\s,，、。.;；!！?？~～]/gu;

/** Menu choices: `1 一 ① 1. 选1 第一个`; `0` is back. Group 1 holds the numeral. */
export const CHOICE = /^(?:选|第)?\s*([0-9]|[一二三四五]|[①②③④⑤])\s*(?:个|号|项)?[.、。)]?$/u;

/**
 * How WeChat writes a quoted message before the reply to it: what is quoted never counts. Up to the last line of dashes:
 * somebody may have written one into what is quoted.
 */
export const QUOTE = /^「[\s\S]*」\n(?:-\s?){5,}-?\n/u;
