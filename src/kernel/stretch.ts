/** A part of a string: from this index up to, not with, that one, in UTF-16 units. */
export type Stretch = readonly [from: number, to: number];

/** The stretches in order, those that overlap or touch joined into one; empty ones left out. */
export function joinStretches(stretches: readonly Stretch[]): readonly Stretch[] {
  const joined: [number, number][] = [];
  for (const [from, to] of stretches.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    if (to <= from) continue;
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** `words` with each stretch replaced; stretches that touch are replaced once. */
export function replaceStretches(words: string, stretches: readonly Stretch[], replacement: string): string {
  let result = '';
  let end = 0;
  for (const [from, to] of joinStretches(stretches)) {
    result += words.slice(end, from) + replacement;
    end = to;
  }
  return result + words.slice(end);
}

/** Where `pattern` (with the g flag) occurs; with a group named `hide`, only where that group does (needs the d flag). */
export function stretchesOf(words: string, pattern: RegExp): readonly Stretch[] {
  return Array.from(words.matchAll(pattern), (match): Stretch => {
    const hidden = match.indices?.groups?.['hide'];
    return hidden ?? [match.index, match.index + match[0].length];
  });
}
