/** Words as the web protocol writes them: line ends are `<br/>`, signs are entities, small pictures are empty spans. */

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' };
const MARKED = /<br\s*\/>|<span class="emoji emoji([0-9a-f]+)"><\/span>|&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/giu;

function character(code: number, otherwise: string): string {
  return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : otherwise;
}

/** `1f31a` is one character, two of four or of five digits stand side by side: flags, digits in a frame. */
function emoji(digits: string): string {
  const half = digits.length / 2;
  const codes = digits.length === 8 || digits.length === 10 ? [digits.slice(0, half), digits.slice(half)] : [digits];
  return codes.map((code) => character(Number.parseInt(code, 16), '')).join('');
}

/** The words that somebody typed. Each mark is read once: who types `&amp;` has written an ampersand and three letters. */
export function decodeWords(wire: string): string {
  return wire.replace(MARKED, (mark: string, face?: string, decimal?: string, hex?: string, named?: string) => {
    if (face !== undefined) return emoji(face);
    if (decimal !== undefined) return character(Number(decimal), mark);
    if (hex !== undefined) return character(Number.parseInt(hex, 16), mark);
    if (named !== undefined) return NAMED[named.toLowerCase()] ?? mark;
    return '\n';
  });
}
