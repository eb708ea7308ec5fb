/**
 * Whatever the kernel and the engine offer says what it does: every exported function and class has a doc comment.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const docComment = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { missing: 'Say in a /** doc comment */ what `{{name}}` does, returns and refuses.' },
  },
  create(context) {
    /**
     * @param {import('eslint').Rule.Node} statement
     * @param {string} name
     */
    const check = (statement, name) => {
      const above = context.sourceCode.getCommentsBefore(statement).at(-1);
      const isDoc = above?.type === 'Block' && above.value.startsWith('*');
      if (!isDoc) context.report({ node: statement, messageId: 'missing', data: { name } });
    };
    return {
      ExportNamedDeclaration(node) {
        const { declaration } = node;
        if (declaration?.type === 'FunctionDeclaration' || declaration?.type === 'ClassDeclaration') {
          check(node, declaration.id.name);
        }
        if (declaration?.type !== 'VariableDeclaration') return;
        for (const { id, init } of declaration.declarations) {
          const isFunction = init?.type === 'ArrowFunctionExpression' || init?.type === 'FunctionExpression';
          if (isFunction && id.type === 'Identifier') check(node, id.name);
        }
      },
    };
  },
};
