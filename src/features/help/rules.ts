/** A heading of the help and what can be typed under it. */
export interface Topic {
  readonly name: string;
  readonly usages: readonly string[];
}

/** A line holds this many characters on a phone, and a message this many lines. */
export const LINE = 60;
const MARK = '：';
const BETWEEN = '；';
const APART = '　';
/** How much of a line one topic may take, tried in turn: what does not fit is in the help of that topic. */
const SHARES = [LINE, 44, 28, 18] as const;

/** One topic in at most so many characters; its first usage always stands. */
export function topicLine({ name, usages }: Topic, most: number): string {
  let line = name + MARK;
  usages.forEach((usage, index) => {
    const longer = line + (index === 0 ? '' : BETWEEN) + usage;
    if (index === 0 || longer.length <= most) line = longer;
  });
  return line;
}

/** Neighbouring lines put together until there are no more than `most`, the shortest pair first. */
function packed(lines: readonly string[], most: number): readonly string[] {
  const packing = [...lines];
  while (packing.length > most) {
    let best = -1;
    for (let index = 0; index + 1 < packing.length; index += 1) {
      if (pairLength(packing, index) < pairLength(packing, best)) best = index;
    }
    if (best < 0) return packing;
    packing.splice(best, 2, packing.slice(best, best + 2).join(APART));
  }
  return packing;
}

function pairLength(lines: readonly string[], index: number): number {
  const [first, second] = [lines[index], lines[index + 1]];
  const length = first === undefined || second === undefined ? LINE + 1 : first.length + 1 + second.length;
  return length > LINE ? Number.POSITIVE_INFINITY : length;
}

/** All topics in at most `most` lines, each with as much as there is room for. */
export function overview(topics: readonly Topic[], most: number): readonly string[] {
  let lines: readonly string[] = [];
  for (const share of SHARES) {
    lines = packed(
      topics.map((topic) => topicLine(topic, share)),
      most,
    );
    if (lines.length <= most) return lines;
  }
  return lines.slice(0, most);
}

/** Everything under one heading, as many usages on a line as fit. */
export function wholeTopic({ usages }: Topic, most: number): readonly string[] {
  const lines: string[] = [];
  for (const usage of usages) {
    const last = lines.at(-1);
    const longer = last === undefined ? undefined : last + BETWEEN + usage;
    if (longer !== undefined && longer.length <= LINE) lines.splice(-1, 1, longer);
    else lines.push(usage);
  }
  return lines.slice(0, most);
}
