import { isMap, isNode, isPair, isScalar, LineCounter, type Node, parseDocument, type YAMLError } from 'yaml';
import type { z } from 'zod';
import { accept, refuse, type Result } from '../../kernel/result.ts';
import { type Profile, profileSchema } from './profile.ts';
import { type Contradiction, contradictions } from './profile-checks.ts';
import { looseNames } from './profile-names.ts';
import { mistakes, yamlMistakes } from './texts.ts';
import { WIDE_COLON } from './vocabulary.ts';

/** One mistake in a profile: where it is (line and column from 1), what it is about, and what to do, in one line. */
export interface ProfileMistake {
  readonly line: number;
  readonly column: number;
  /** `rooms[3].topic`; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
}

type Path = readonly PropertyKey[];
type Placed = Pick<ProfileMistake, 'line' | 'column'>;
type Document = ReturnType<typeof parseDocument>;

/**
 * The profile in this YAML, or every mistake in it at once, in the order of its lines. A file that is not YAML yields
 * its YAML mistakes only. Never throws for whatever the text holds.
 */
export function readProfile(yaml: string): Result<Profile, readonly ProfileMistake[]> {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) return refuse(yamlErrors(yaml, document.errors, lines));
  const raw = plainValue(document);
  if (raw === undefined) return refuse([{ line: 1, column: 1, path: '', message: yamlMistakes.tooManyAliases }]);
  const parsed = profileSchema.safeParse(raw, { error: sayIssue });
  if (parsed.success) return accept(parsed.data);
  const found: readonly Found[] = [...parsed.error.issues.flatMap(splitIssue), ...looseContradictions(raw)];
  const placed = found.map(({ path, message, key }) => ({
    ...placeOf(document, lines, path, key),
    path: sayPath(path),
    message,
  }));
  return refuse(inOrder(placed));
}

function plainValue(document: Document): unknown {
  try {
    return (document.toJS({ maxAliasCount: 100 }) as unknown) ?? null;
  } catch {
    return undefined;
  }
}

function yamlErrors(yaml: string, errors: readonly YAMLError[], lines: LineCounter): readonly ProfileMistake[] {
  const rows = yaml.split('\n');
  return inOrder(
    errors.map(({ code, pos }) => {
      const { line, col } = lines.linePos(pos[0]);
      const wide = [line, line - 1].find((row) => WIDE_COLON.test(rows[row - 1] ?? ''));
      if (wide !== undefined) return { line: wide, column: 1, path: '', message: yamlMistakes.wideColon };
      const known: Readonly<Record<string, string>> = yamlMistakes;
      return { line, column: col, path: '', message: known[code] ?? yamlMistakes.other };
    }),
  );
}

interface Found {
  readonly path: Path;
  readonly message: string;
  /** The key that should not be there. */
  readonly key?: string | undefined;
}

/** One mistake for each unknown key (`strict` says one line for each); other issues as they are. */
function splitIssue(issue: z.core.$ZodIssue): readonly Found[] {
  if (issue.code !== 'unrecognized_keys') return [{ path: issue.path, message: issue.message }];
  const messages = issue.message.split('\n');
  return issue.keys.map((key, index) => ({ path: issue.path, key, message: messages[index] ?? issue.message }));
}

/** Contradictions are only looked for by the schema once every part has its shape; this finds them before that too. */
function looseContradictions(raw: unknown): readonly Contradiction[] {
  const names = looseNames(raw);
  return names === undefined ? [] : contradictions(names);
}

/** What a rule of the shape says when it is broken; undefined where the rule has words of its own. */
function sayIssue(issue: z.core.$ZodRawIssue): string | undefined {
  const key = lastName(issue.path ?? []);
  if (issue.code === 'too_small') return mistakes.tooSmall({ key, least: String(issue.minimum) });
  if (issue.code === 'too_big') return mistakes.tooBig({ key, most: String(issue.maximum) });
  if (issue.input === undefined) return mistakes.missing({ key });
  if (issue.input === null) return key === '' ? mistakes.wantsProfile() : mistakes.empty({ key });
  if (issue.code === 'invalid_type') return sayType(issue.expected, key);
  return mistakes.other({ key });
}

function sayType(expected: string, key: string): string {
  switch (expected) {
    case 'string':
      return mistakes.wantsText({ key });
    case 'number':
      return mistakes.wantsNumber({ key });
    case 'int':
      return mistakes.wantsWhole({ key });
    case 'boolean':
      return mistakes.wantsYesNo({ key });
    case 'array':
      return mistakes.wantsList({ key });
    case 'object':
      return key === '' ? mistakes.wantsProfile() : mistakes.wantsGroup({ key });
    default:
      return mistakes.other({ key });
  }
}

function lastName(path: Path): string {
  const name = path.findLast((step) => typeof step === 'string');
  return typeof name === 'string' ? name : '';
}

function sayPath(path: Path): string {
  return path.reduce<string>((said, step) => {
    if (typeof step === 'number') return `${said}[${step}]`;
    return said === '' ? String(step) : `${said}.${String(step)}`;
  }, '');
}

/** Where the path's value is in the file; of a value that is missing, where its surroundings are. */
function placeOf(document: Document, lines: LineCounter, path: Path, key: string | undefined): Placed {
  for (let length = path.length; length >= 0; length -= 1) {
    const found: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (!isNode(found)) continue;
    const { line, col } = lines.linePos(startOf(found, length === path.length ? key : undefined));
    return { line, column: col };
  }
  return { line: 1, column: 1 };
}

function startOf(node: Node, key: string | undefined): number {
  const start = node.range?.[0] ?? 0;
  if (key === undefined || !isMap(node)) return start;
  const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key);
  return pair !== undefined && isScalar(pair.key) ? (pair.key.range?.[0] ?? start) : start;
}

/** By line and column; the same mistake at the same place once. */
function inOrder(found: readonly ProfileMistake[]): readonly ProfileMistake[] {
  const keyOf = ({ line, column, message }: ProfileMistake): string => `${line}:${column}:${message}`;
  const unique = new Map(found.map((mistake) => [keyOf(mistake), mistake]));
  return [...unique.values()].toSorted((a, b) => a.line - b.line || a.column - b.column);
}
