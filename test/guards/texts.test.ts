import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { projectFiles, read } from '../kit/project-files.ts';

const LONGEST_LINE = 60;
const MOST_LINES = 8;
/** What a slot counts for, whatever its name: about as much as a place or a name fills. */
const SLOT = '□□□□';

interface Sentence {
  readonly words: string;
  /** The names that lead to it: `texts.emergency.gas`. */
  readonly name: string;
}

/** The name that a piece of code gives to what is in it. */
function nameOf(node: ts.Node): string | undefined {
  if (ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node) || ts.isFunctionDeclaration(node)) {
    return node.name?.getText();
  }
  return undefined;
}

function wordsOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map((span) => `{slot}${span.literal.text}`).join('');
}

/** Whatever a person may read: all Chinese strings, and every string handed to text() or groupText(). */
function sentences(path: string, source: string): Sentence[] {
  const found: Sentence[] = [];
  const visit = (node: ts.Node, names: readonly string[]): void => {
    const own = nameOf(node);
    const inner = own === undefined ? names : [...names, own];
    const words = wordsOf(node);
    const isArgument = ts.isCallExpression(node.parent) && /^(text|groupText)$/.test(node.parent.expression.getText());
    if (words !== undefined && (isArgument || /\p{Script=Han}/u.test(words))) {
      found.push({ words, name: inner.join('.') });
    }
    ts.forEachChild(node, (child) => {
      visit(child, inner);
    });
  };
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.ES2023, true);
  ts.forEachChild(file, (child) => {
    visit(child, []);
  });
  return found;
}

/** These quote the keys of a community file, which are English. */
const QUOTES_KEYS: ReadonlySet<string> = new Set(['src/engine/community/texts.ts']);

/** What is wrong with the texts of one file, in words that name the place. */
function faults(path: string, source: string): string[] {
  return sentences(path, source).flatMap(({ words, name }) => {
    const shown = words.replace(/\{\w+\}/g, SLOT);
    const lines = shown.split('\n');
    const wrong = [
      /尊敬的/.test(shown) && '尊敬的',
      /温馨提示/.test(shown) && '温馨提示',
      /[A-Za-z]/.test(shown) && !QUOTES_KEYS.has(path) && 'Latin letters',
      /[!！]/.test(shown) && !/emergency|urgent/i.test(name) && 'an exclamation mark without an emergency',
      lines.length > MOST_LINES && `${lines.length} lines`,
      ...lines.map((line) => [...line].length > LONGEST_LINE && `a line of ${[...line].length} characters`),
    ];
    return wrong.filter((fault) => fault !== false).map((fault) => `${path} ${name}: ${fault}`);
  });
}

const files = projectFiles('src').filter((path) => /\/texts(\.ts$|\/)/.test(path));

test('there are texts', () => {
  expect(files.length).toBeGreaterThan(0);
});

test.each(files)('%s is short, kind and Chinese', (path) => {
  expect(sentences(path, read(path)).length).toBeGreaterThan(0);
  expect(faults(path, read(path))).toEqual([]);
});

describe('the guard sees', () => {
  const long = '长'.repeat(57);
  test.each([
    ["text('尊敬的业主，已登记。')", '尊敬的'],
    ["text('温馨提示：明天停水。')", '温馨提示'],
    ["text('请下载APP。')", 'Latin letters'],
    ["text('OK')", 'Latin letters'],
    ['text(`请点link：${address}`)', 'Latin letters'],
    ["'明天停水！'", 'an exclamation mark without an emergency'],
    ["text('明天停水!')", 'an exclamation mark without an emergency'],
    [`text('${long}{no}')`, 'a line of 61 characters'],
    ['text("1\\n2\\n3\\n4\\n5\\n6\\n7\\n8\\n9")', '9 lines'],
  ])('%s', (code, fault) => {
    expect(faults('texts.ts', `export const texts = { one: ${code} };`)).toEqual([`texts.ts texts.one: ${fault}`]);
  });

  test('and leaves alone what is in order', () => {
    const sound = `export const texts = {
      receipt: groupText('已登记，编号{no}。\\n{when}前答复您。'),
      emergency: { gas: text('快到室外去！') },
      label: (state: State) => (state === 'open' ? '待认领' : '已办结'),
    };`;
    expect(faults('texts.ts', sound)).toEqual([]);
  });
});
