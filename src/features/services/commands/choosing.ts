import { CHOICE } from '../../../engine/chat/vocabulary.ts';
import { readNumeral } from '../../../kernel/numerals.ts';
import { fold } from '../../../kernel/words.ts';
import type { Slot } from '../rules/booking.ts';
import { ANY_OF_THEM, AROUND_CHOICE, LAST_OF_THEM } from '../rules/vocabulary.ts';

export const BACK = 0;

/** Which item of a menu is meant: its index, 0 for back; undefined where the words are no choice. */
export function chosenOf<Item>(typed: string, items: readonly Item[]): Item | typeof BACK | undefined {
  const folded = fold(typed.trim());
  const digit = (CHOICE.exec(folded) ?? CHOICE.exec(folded.replace(AROUND_CHOICE, '')))?.[1];
  if (digit === undefined) return undefined;
  const position = readNumeral(digit) ?? Number(digit);
  return position === BACK ? BACK : items[position - 1];
}

/** One of the turns that are offered: by its number, as the last one, or whichever. */
export function turnChosen(typed: string, choices: readonly Slot[]): Slot | typeof BACK | undefined {
  const folded = fold(typed.trim());
  if (ANY_OF_THEM.test(folded)) return choices[0];
  return LAST_OF_THEM.test(folded) ? choices.at(-1) : chosenOf(typed, choices);
}
