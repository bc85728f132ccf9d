import { readFileSync } from 'node:fs';
import ts from 'typescript';

const HANDLERS = 'src/api/handlers.ts';
const root = new URL('../../', import.meta.url);

/** `hp-block-storage-v1/volumes` is served as `hpBlockStorageV1Volumes`, as the generator names it. */
const memberOf = (tag: string): string =>
  tag
    .split(/[^a-zA-Z0-9]+/)
    .map((word, index) => (index === 0 ? word : `${word.charAt(0).toUpperCase()}${word.slice(1)}`))
    .join('');

/** Names that a file imports from its own folder or below, with the file that they come from. */
function importsOf(file: ts.SourceFile): ReadonlyMap<string, string> {
  return new Map(
    file.statements.filter(ts.isImportDeclaration).flatMap(({ importClause, moduleSpecifier }) => {
      const bindings = importClause?.namedBindings;
      if (!ts.isStringLiteral(moduleSpecifier) || bindings === undefined) return [];
      if (!ts.isNamedImports(bindings) || !moduleSpecifier.text.startsWith('./')) return [];
      const from = new URL(moduleSpecifier.text, new URL(file.fileName, root)).pathname;
      return bindings.elements.map(({ name }) => [name.text, from.slice(root.pathname.length)] as const);
    }),
  );
}

/** `volumesHandlers` of `volumesHandlers(engine)` or of `volumesHandlers` alone. */
const nameOf = (value: ts.Expression): string =>
  ts.isCallExpression(value) ? value.expression.getText() : value.getText();

/** Adds the members that a file gives to the handlers: its own, and those of files that it spreads. */
function collect(fileName: string, found: Map<string, string>): void {
  const source = readFileSync(new URL(fileName, root), 'utf8');
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true);
  const imports = importsOf(file);
  function visit(node: ts.Node): void {
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) {
      const from = imports.get(nameOf(node.initializer));
      if (from !== undefined) found.set(node.name.text, from);
    } else if (ts.isSpreadAssignment(node)) {
      const from = imports.get(nameOf(node.expression));
      if (from !== undefined) collect(from, found);
    }
    ts.forEachChild(node, visit);
  }
  visit(file);
}

/** The file with the handlers of a tag, below the root; undefined when there are but stubs. */
export function handlerFiles(): (tag: string) => string | undefined {
  const found = new Map<string, string>();
  collect(HANDLERS, found);
  return (tag) => found.get(memberOf(tag));
}
