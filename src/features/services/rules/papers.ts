import { fold } from '../../../kernel/words.ts';
import { PAPERS, WANTS_PAPER } from './vocabulary.ts';

/** A paper that a community may not issue, and who does. */
export interface Paper {
  readonly name: string;
  readonly issuer: string;
}

/**
 * The paper in the words that a community may not issue, by the first list of the Ministry of Civil Affairs and five
 * other ministries (民发〔2020〕20号); undefined where none is named.
 */
export function paperIn(words: string): Paper | undefined {
  const folded = fold(words);
  const found = PAPERS.find(({ said }) => said.test(folded));
  return found === undefined ? undefined : { name: found.name, issuer: found.issuer };
}

/** Whether somebody asks for a paper at all: 我爸死亡了 is news, 死亡证明 is a paper. */
export function asksForPaper(words: string): boolean {
  return WANTS_PAPER.test(fold(words));
}
