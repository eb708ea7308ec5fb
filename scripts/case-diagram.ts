import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../src/adapters/db/project-root.ts';

/**
 * Draws the states and moves of a case into docs/cases.md, between two marks. With `--check` it writes nothing and ends
 * with status 1 when the page is stale. The table is read from its source: a script enters a feature at its front door
 * only, and the front door has no use for it. test/guards/case-diagram.test.ts compares what was read with the table.
 */
const RULES = ['src', 'features', 'cases', 'rules', 'states.ts'];
const PAGE = ['docs', 'cases.md'];
const BEGIN = '<!-- diagram: drawn from MOVES by `npx tsx scripts/case-diagram.ts` -->';
const END = '<!-- end of diagram -->';

/** state → move → state */
export type Moves = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The object that a constant called MOVES holds in this source. Throws where there is none, or it is no plain table. */
export function readMoves(source: string): Moves {
  const file = ts.createSourceFile('rules.ts', source, ts.ScriptTarget.ES2023, true);
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (name.getText() !== 'MOVES' || initializer === undefined) continue;
      return Object.fromEntries(entriesOf(initializer).map(([state, moves]) => [state, movesOf(moves)]));
    }
  }
  throw new Error('no constant MOVES in the rules');
}

function movesOf(node: ts.Expression): Readonly<Record<string, string>> {
  return Object.fromEntries(
    entriesOf(node).map(([move, to]) => {
      if (!ts.isStringLiteral(to)) throw new Error(`MOVES: ${move} leads to no state`);
      return [move, to.text];
    }),
  );
}

function entriesOf(node: ts.Expression): readonly (readonly [string, ts.Expression])[] {
  if (ts.isSatisfiesExpression(node) || ts.isAsExpression(node)) return entriesOf(node.expression);
  if (!ts.isObjectLiteralExpression(node)) throw new Error(`MOVES: not a table: ${node.getText()}`);
  return node.properties.map((property) => {
    if (!ts.isPropertyAssignment(property)) throw new Error(`MOVES: not an entry: ${property.getText()}`);
    const { name } = property;
    if (!ts.isIdentifier(name) && !ts.isStringLiteral(name)) throw new Error(`MOVES: not a name: ${name.getText()}`);
    return [name.text, property.initializer] as const;
  });
}

/** Mermaid's state names have no hyphens; what is shown has. */
const idOf = (state: string): string => state.replaceAll('-', '_');

/** The table as a Mermaid state diagram; moves between the same two states share an arrow. */
export function drawMoves(moves: Moves): string {
  const states = Object.keys(moves);
  const [first = ''] = states;
  const arrows = states.flatMap((from) => {
    const byTarget = new Map<string, string[]>();
    for (const [move, to] of Object.entries(moves[from] ?? {})) byTarget.set(to, [...(byTarget.get(to) ?? []), move]);
    return [...byTarget].map(([to, names]) => `${idOf(from)} --> ${idOf(to)}: ${names.join(', ')}`);
  });
  const ends = states.filter((state) => Object.keys(moves[state] ?? {}).length === 0);
  const lines = [
    ...states.filter((state) => state.includes('-')).map((state) => `state "${state}" as ${idOf(state)}`),
    `[*] --> ${idOf(first)}: file`,
    ...arrows,
    ...ends.map((state) => `${idOf(state)} --> [*]`),
  ];
  return ['```mermaid', 'stateDiagram-v2', ...lines.map((line) => `  ${line}`), '```'].join('\n');
}

/** The page with this diagram between its marks. Throws where the marks are missing. */
export function withDiagram(page: string, diagram: string): string {
  const from = page.indexOf(BEGIN);
  const to = page.indexOf(END);
  if (from < 0 || to < from) throw new Error(`${PAGE.join('/')} has lost the marks of the diagram`);
  return `${page.slice(0, from)}${BEGIN}\n\n${diagram}\n\n${page.slice(to)}`;
}

function run(words: readonly string[]): number {
  if (words.some((word) => word !== '--check')) {
    process.stderr.write('usage: npx tsx scripts/case-diagram.ts [--check]\n');
    return 2;
  }
  const root = projectRoot(import.meta.url);
  const path = join(root, ...PAGE);
  const page = readFileSync(path, 'utf8');
  const fresh = withDiagram(page, drawMoves(readMoves(readFileSync(join(root, ...RULES), 'utf8'))));
  if (fresh === page) return 0;
  if (!words.includes('--check')) {
    writeFileSync(path, fresh);
    return 0;
  }
  process.stderr.write(`${PAGE.join('/')} is stale: npx tsx scripts/case-diagram.ts\n`);
  return 1;
}

const [, started = ''] = process.argv;
if (started !== '' && realpathSync(started) === import.meta.filename) process.exitCode = run(process.argv.slice(2));
