import { stretchesOf, type Stretch } from './stretch.ts';

/** The endings that a link without `http` is known by; longer ones first. */
const ENDINGS =
  'com\\.cn|net\\.cn|org\\.cn|gov\\.cn|com|cn|net|org|gov|edu|info|biz|top|xyz|vip|shop|site|online|club|link|live|icu|wang|ltd|app|cc|tv|me|io|co|ly|gl|im|us|hk|tw|jp|ru|uk|中国|公司|网址|网络';
/** What a link's tail is made of: everything visible but Chinese, and what a folded sentence goes on with. */
const TAIL = '[^\\s\\u3000-\\u303f\\u3400-\\u9fff,;!()]*';

const WITH_SCHEME = new RegExp(`[a-z][a-z0-9+.-]{0,20}:[/\\\\]{2}${TAIL}`, 'g');
const WITH_WWW = new RegExp(`www[.。]${TAIL}`, 'g');
const BARE = new RegExp(
  `(?<![a-z0-9.-])(?:[a-z0-9][a-z0-9-]{0,62}[.。]){1,6}(?:${ENDINGS})(?![a-z0-9])(?:[:/?#]${TAIL})?`,
  'g',
);
const SPELLED = /(?<![a-z0-9.-])[a-z0-9][a-z0-9-]{0,62}\s?(?:点|dot)\s?(?:com|cn|net|top|xyz|vip)(?![a-z0-9])/g;
const NUMERIC = new RegExp(`(?<![\\d.])\\d{1,3}(?:\\.\\d{1,3}){3}(?:[:/]${TAIL})`, 'g');
const EMAIL = /(?<![\w.+-])[\w.+-]{1,64}\s?@\s?[a-z0-9][a-z0-9-]{0,62}(?:\s?[.。]\s?[a-z0-9-]{1,63}){1,6}/g;

/** Where links stand in folded words: with a scheme, with www, or a bare name with a known ending. Never throws. */
export function linkStretches(folded: string): readonly Stretch[] {
  if (!/[.。:点]|dot/.test(folded)) return [];
  return [WITH_SCHEME, WITH_WWW, BARE, SPELLED, NUMERIC].flatMap((pattern) => stretchesOf(folded, pattern));
}

/** Where e-mail addresses stand in folded words. */
export function emailStretches(folded: string): readonly Stretch[] {
  return folded.includes('@') ? stretchesOf(folded, EMAIL) : [];
}
