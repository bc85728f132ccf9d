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

/** Names that a file imports from its own folder, with the file that they come from. */
function importsOf(file: ts.SourceFile): ReadonlyMap<string, string> {
  return new Map(
    file.statements.filter(ts.isImportDeclaration).flatMap(({ importClause, moduleSpecifier }) => {
      const bindings = importClause?.namedBindings;
      if (!ts.isStringLiteral(moduleSpecifier) || bindings === undefined) return [];
      if (!ts.isNamedImports(bindings) || !moduleSpecifier.text.startsWith('./')) return [];
      const from = new URL(moduleSpecifier.text, new URL(HANDLERS, root)).pathname;
      return bindings.elements.map(({ name }) => [name.text, from.slice(root.pathname.length)] as const);
    }),
  );
}

/** The file with the handlers of a tag, below the root; undefined when there are but stubs. */
export function handlerFiles(): (tag: string) => string | undefined {
  const source = readFileSync(new URL(HANDLERS, root), 'utf8');
  const file = ts.createSourceFile(HANDLERS, source, ts.ScriptTarget.Latest, true);
  const imports = importsOf(file);
  const found = new Map<string, string>();
  function visit(node: ts.Node): void {
    if (
      ts.isPropertyAssignment(node) &&
      ts.isIdentifier(node.name) &&
      ts.isCallExpression(node.initializer)
    ) {
      const from = imports.get(node.initializer.expression.getText());
      if (from !== undefined) found.set(node.name.text, from);
    }
    ts.forEachChild(node, visit);
  }
  visit(file);
  return (tag) => found.get(memberOf(tag));
}
