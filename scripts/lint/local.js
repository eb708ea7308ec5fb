/** House rules that no ready-made rule checks. One file each; they are switched on in eslint.config.js. */
import { docComment } from './doc-comment.js';
import { fileName } from './file-name.js';
import { wordsInTexts } from './words-in-texts.js';

/** @type {import('eslint').ESLint.Plugin} */
export const local = {
  rules: { 'doc-comment': docComment, 'file-name': fileName, 'words-in-texts': wordsInTexts },
};
