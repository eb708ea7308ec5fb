import { categoryNames, compoundNames, isOwnWords, staffNames } from './bot-words.ts';
import type { Said, Sent, Stage } from './stage.ts';

/**
 * What may never happen, whatever was said: written apart from the program's own masking, so that a hole in that is
 * seen here. Every rehearsal of the tests passes through it.
 */

/** As many characters in a row of what somebody wrote are their words, not chance. */
const OWN_WORDS = 6;
const LONGEST_LINE = 60;
const MOST_LINES = 8;

const UNSEEN = /[\p{Cf}\p{Cc}\p{Cs}\u115f\u1160\u3164\uffa0\u{e0000}-\u{e0fff}]/u;
const PLACE = new RegExp(`(?:${compoundNames.join('|')})?(?:\\d{1,3}号楼)?(?:\\d{1,2}单元)?`, 'g');
const CATEGORY = new RegExp(categoryNames.join('|'), 'g');

/** The date of an appointment is said back to whoever asked for it. */
const DATE = /\d{1,2}月\d{1,2}日(?:（周.）)?(?:\d\d:\d\d)?/g;

/** Each with what it looks like in digits brought together. */
const PRIVATE: readonly (readonly [string, RegExp])[] = [
  ['a mobile number', /(?<!\d)1[3-9]\d(?:[\s·.-]?\d){8}(?!\d)/],
  ['a landline number', /(?<!\d)0\d{2,3}[\s-]?[2-9]\d{6,7}(?!\d)/],
  ['an ID number', /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])[0-3]\d\d{3}[\dXx](?!\d)/],
  ['a card number', /(?<!\d)\d(?:[\s-]?\d){15,18}(?!\d)/],
  ['a room number', /(?<!\d)\d{3,4}\s?(?:室|号房|房间)|(?<!\d)\d{1,2}-\d{1,2}-\d{3,4}(?!\d)|单元\s?\d{3,4}(?!\d)/],
];

const LINK =
  /(?:[a-z]+:\/\/|www\.)[^\s\u3000-\u9fff]+|[a-z0-9-]+\.(?:com|cn|net|org|top|xyz|ly|cc|vip|shop)(?:\/[^\s\u3000-\u9fff]*)?/gi;

const isRoom = (message: Sent): boolean => 'room' in message.to;
/** The office's own material: exempt from masking and from the length of the bot's own lines. */
const isMaterial = (message: Sent): boolean => /^(?:@\S+ )?学习资料：/.test(message.text);

/** What is wrong with everything that was sent on a stage. */
export async function faultsOf({ sent, said, sql }: Pick<Stage, 'sent' | 'said' | 'sql'>): Promise<string[]> {
  const residents = said.filter(({ from }) => !staffNames.includes(from));
  const faults = sent.flatMap((message) => [
    ...cleanFaults(message, said),
    ...shapeFaults(message),
    ...(isRoom(message) && !isMaterial(message) ? privacyFaults(message, residents) : []),
  ]);
  const failed = await sql("select id, body from inbox where state = 'failed'");
  faults.push(...failed.map(({ body }) => `a message made the program stumble: ${body}`));
  return [...faults, ...(await confidentialFaults(sent, sql))];
}

function cleanFaults(message: Sent, said: readonly Said[]): string[] {
  const { text } = message;
  // In private what somebody wrote keeps its tabs; a room sees one line of it.
  const bare = text
    .replaceAll(isRoom(message) ? '\n' : /[\n\t]/g, '')
    .replace(/\p{Emoji}(?:\u200d|\ufe0f)|\u200d\p{Emoji}/gu, '');
  const faults: string[] = [];
  if (UNSEEN.test(bare)) faults.push(`unseen characters in ${JSON.stringify(text)}`);
  if (/@(?:所有人|全体|all)/i.test(text)) faults.push(`calls everybody: ${text}`);
  const unfilled = /undefined|null|NaN|\{\w+\}|\[object/.exec(text)?.[0];
  const isTyped = unfilled !== undefined && said.some((one) => one.text.includes(unfilled));
  if (text.trim() === '' || (unfilled !== undefined && !isTyped))
    faults.push(`an unfilled text: ${JSON.stringify(text)}`);
  return faults;
}

/** What a person wrote stands in quotes and may be as long as it is; everything else is the bot's own. */
function shapeFaults(message: Sent): string[] {
  if (isMaterial(message)) return [];
  const lines = message.text
    .replace(/“[\s\S]*?”/gu, '“”')
    .replace(/^@\S+ /u, '')
    .split('\n');
  const long = lines.filter(
    (line) => [...line].length > LONGEST_LINE && !/进展[：:]|办好了：|进展：|最后一句：|^\d+\. /.test(line),
  );
  return [
    ...long.map((line) => `a line of ${[...line].length} characters: ${line}`),
    ...(lines.length > MOST_LINES ? [`${lines.length} lines: ${message.text}`] : []),
  ];
}

/** The privacy of a group: no numbers, no links and no sentence of a resident's. */
export function privacyFaults({ text, mentions }: Sent, residents: readonly Said[]): string[] {
  const faults = PRIVATE.filter(([, pattern]) => pattern.test(text.normalize('NFKC'))).map(
    ([name]) => `${name} in a group: ${text}`,
  );
  for (const { text: typed } of residents) {
    for (const [link] of typed.matchAll(LINK)) {
      if (text.includes(link)) faults.push(`a resident's link in a group: ${text}`);
    }
  }
  const repeated = repeatedWords(
    mentions.reduce((left, name) => left.replaceAll(name, '\n'), text),
    residents,
  );
  return repeated === undefined ? faults : [...faults, `a resident's own words in a group: ${repeated} (${text})`];
}

/** The first stretch of a text that a resident has written, leaving out places, categories and what the bot says by itself. */
function repeatedWords(text: string, residents: readonly Said[]): string | undefined {
  const bare = text
    .replace(/(?:编号|查办：进度|撤回|认领|办结|满意|没解决) ?\d+/g, '\n')
    .replace(PLACE, (place) => (place === '' ? '' : '\n'))
    .replace(CATEGORY, '\n')
    .replace(DATE, '\n');
  for (const line of bare.split(/[\n\s，。：；（）“”]/u)) {
    const characters = [...line];
    for (let from = 0; from + OWN_WORDS <= characters.length; from += 1) {
      const window = characters.slice(from, from + OWN_WORDS).join('');
      if (!isOwnWords(window) && residents.some((said) => said.text.includes(window))) return window;
    }
  }
  return undefined;
}

/** Of a dispute and of a complaint about staff a room sees the number, and nothing that says which it is. */
async function confidentialFaults(sent: readonly Sent[], sql: Stage['sql']): Promise<string[]> {
  const rows = await sql("select no from cases where is_dispute or about <> '[]'");
  const confidential = rows.map(({ no }) => no);
  const telling = new RegExp(
    `纠纷|邻里(?!群)|矛盾|${categoryNames.filter((name) => name !== '建议').join('|')}|号楼|单元`,
  );
  return sent
    .filter(isRoom)
    .filter(({ text }) => confidential.some((no) => new RegExp(`编号${no}(?!\\d)`).test(text)))
    .flatMap(({ text }) =>
      text.split('\n').filter((line, index) => confidential.some((no) => line.includes(`编号${no}`) || index > 0)),
    )
    .filter(
      (line) =>
        telling.test(line) &&
        !/例如|登记就发/.test(line) &&
        !/编号(?!\d*$)/.test(line.replace(new RegExp(confidential.map((no) => `编号${no}`).join('|'), 'g'), '')),
    )
    .map((line) => `a group hears what a confidential case is: ${line}`);
}
