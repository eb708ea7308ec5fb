/** What WeChat's phones put behind a name that was picked; people and other clients put a blank, or nothing. */
const PICKED = '\u2005';
const ENDS = /^(?:$|[\s,.:;!?，。：；！？、])/u;

/** Whether the bot was called in a text, and the text without its name. */
export interface Called {
  readonly isCalled: boolean;
  readonly text: string;
}

/**
 * Looks for `@` and one of the bot's own names. A name goes on to where a longer name would: where 六心 and 六心 小助手
 * are both there, `@六心 小助手` calls the second one. `others` answers the names of the other members; it is asked only
 * where a name is found that was not picked. A namesake of the bot cannot be told from it, and counts as the bot.
 */
export async function findCall(
  text: string,
  names: readonly string[],
  others: () => Promise<readonly string[]>,
): Promise<Called> {
  const own = names.filter((name) => name !== '').sort((a, b) => b.length - a.length);
  let rest: readonly string[] | undefined;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const said = text.slice(at + 1);
    const name = own.find((one) => said.startsWith(one) && ENDS.test(said.slice(one.length)));
    if (name === undefined) continue;
    if (!said.startsWith(PICKED, name.length)) {
      rest ??= await others();
      if (rest.some((other) => other.length > name.length && said.startsWith(other) && !own.includes(other))) continue;
    }
    const after = said.slice(name.length).replace(/^[\u2005 ]/u, '');
    return { isCalled: true, text: `${text.slice(0, at)}${at === 0 ? '' : ' '}${after}`.trim() };
  }
  return { isCalled: false, text };
}
