/**
 * Chinese stands where a clerk looks for it: in texts, in the words of commands, in vocabularies. A sentence hidden in a
 * rule is found by nobody who wants to change it. Where it may stand is said in eslint.config.js.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const wordsInTexts = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { han: 'Chinese words belong into texts.ts, commands.ts or a vocabulary.ts.' },
  },
  create(context) {
    const han = /\p{Script=Han}/u;
    /**
     * @param {import('eslint').Rule.Node} node
     * @param {string | undefined | null} words
     */
    const check = (node, words) => {
      if (han.test(words ?? '')) context.report({ node, messageId: 'han' });
    };
    return {
      // `raw` covers patterns (/投诉/) as well as strings.
      Literal(node) {
        check(node, typeof node.value === 'string' ? node.value : node.raw);
      },
      TemplateElement(node) {
        check(node, node.value.cooked ?? node.value.raw);
      },
      // An object's key needs no quotes to be Chinese.
      Identifier(node) {
        check(node, node.name);
      },
    };
  },
};
