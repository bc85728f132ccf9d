import ts from 'typescript';

/** One test, with the titles of what it stands in. */
export interface TestTitle {
  /** From the outermost `describe` to the test itself. */
  readonly titles: readonly string[];
  readonly line: number;
}

const TESTS = new Set(['it', 'test']);
const SUITES = new Set(['describe', 'suite']);
/** Of these nothing is proven: they do not run, or pass by failing. */
const UNPROVEN = new Set(['skip', 'todo', 'fails']);
/** Stands for what only running the test can tell; a space, so that it is part of no id. */
const UNKNOWN = ' ';

interface Callee {
  readonly name: string;
  readonly modifiers: readonly string[];
}

/** `it`, `it.only`, `it.each(table)`, `` it.each`table` ``, `describe.skipIf(condition)`, as name and modifiers. */
function calleeOf(expression: ts.Expression): Callee | undefined {
  if (ts.isIdentifier(expression)) return { name: expression.text, modifiers: [] };
  if (ts.isCallExpression(expression)) return calleeOf(expression.expression);
  if (ts.isTaggedTemplateExpression(expression)) return calleeOf(expression.tag);
  if (!ts.isPropertyAccessExpression(expression)) return undefined;
  const callee = calleeOf(expression.expression);
  return callee && { ...callee, modifiers: [...callee.modifiers, expression.name.text] };
}

/** Constants at the top of a file that are text, by name: titles begin long ids with one. */
function textConstants(file: ts.SourceFile): ReadonlyMap<string, string> {
  const declared = file.statements
    .filter(ts.isVariableStatement)
    .filter(({ declarationList }) => declarationList.flags & ts.NodeFlags.Const)
    .flatMap(({ declarationList }) => [...declarationList.declarations]);
  return new Map(
    declared.flatMap(({ name, initializer }) =>
      ts.isIdentifier(name) && initializer && ts.isStringLiteralLike(initializer)
        ? [[name.text, initializer.text] as const]
        : [],
    ),
  );
}

/** The text of a title, as far as it can be told without running the test. */
function textOf(node: ts.Expression | undefined, constants: ReadonlyMap<string, string>): string {
  if (node === undefined) return '';
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isIdentifier(node)) return constants.get(node.text) ?? UNKNOWN;
  if (ts.isBinaryExpression(node)) return textOf(node.left, constants) + textOf(node.right, constants);
  if (!ts.isTemplateExpression(node)) return UNKNOWN;
  const spans = node.templateSpans.map(
    ({ expression, literal }) => textOf(expression, constants) + literal.text,
  );
  return node.head.text + spans.join('');
}

interface Block extends Callee {
  readonly title: string;
  readonly body: ts.Node;
}

/** A call that makes a test or a suite. `it.each(table)` alone makes none: it has no title and no function. */
function blockOf(
  { expression, arguments: [title, ...rest] }: ts.CallExpression,
  constants: ReadonlyMap<string, string>,
): Block | undefined {
  const callee = calleeOf(expression);
  const body = rest.find((argument) => ts.isArrowFunction(argument) || ts.isFunctionExpression(argument));
  if (callee === undefined || body === undefined) return undefined;
  if (!TESTS.has(callee.name) && !SUITES.has(callee.name)) return undefined;
  return { ...callee, title: textOf(title, constants), body };
}

/**
 * The tests of a vitest file, found in its syntax tree and not by running it. A title that stands in a
 * comment or in another string is none; nor are tests that are skipped, still to be written or expected to
 * fail.
 */
export function testTitles(fileName: string, source: string): TestTitle[] {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true);
  const constants = textConstants(file);
  const found: TestTitle[] = [];

  function visitChildren(node: ts.Node, titles: readonly string[]): void {
    ts.forEachChild(node, (child) => visit(child, titles));
  }

  function visit(node: ts.Node, titles: readonly string[]): void {
    const block = ts.isCallExpression(node) ? blockOf(node, constants) : undefined;
    if (block === undefined) {
      visitChildren(node, titles);
      return;
    }
    if (block.modifiers.some((modifier) => UNPROVEN.has(modifier))) return;
    const inside = [...titles, block.title];
    if (SUITES.has(block.name)) visitChildren(block.body, inside);
    else found.push({ titles: inside, line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
  }

  visit(file, []);
  return found;
}

/** What stands in brackets in a title: `[hp-block-storage-v1/4.5.1.4/create-in-zone] makes ...`. */
export const bracketed = (title: string): string[] =>
  [...title.matchAll(/\[([^\s[\]]+\/[^\s[\]]+)\]/g)].map((match) => match[1] ?? '');
