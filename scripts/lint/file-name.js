import { basename } from 'node:path';

const EMPTY_NAMES = /(^|-)(utils?|helpers?|managers?|commons?|misc|stuff|things?)(-|$)|\d$/;
const SHAPE = /^\.?[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * A file is named after what it holds, in lower case with hyphens. A name that fits everything collects everything.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const fileName = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      empty: '`{{name}}` says nothing about what is in the file.',
      shape: '`{{name}}`: file names are lower case, with hyphens between words.',
    },
  },
  create(context) {
    return {
      Program(node) {
        const name = basename(context.filename).replace(/(\.(test|config))?\.(ts|js|mjs)$/, '');
        if (EMPTY_NAMES.test(name)) context.report({ node, messageId: 'empty', data: { name } });
        else if (!SHAPE.test(name)) context.report({ node, messageId: 'shape', data: { name } });
      },
    };
  },
};
