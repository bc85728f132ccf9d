import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const SOURCE = join(import.meta.dirname, 'handlers.test-d.ts');
/** The same file with its marks taken away; it exists in the compiler's mind only. */
const UNMARKED = join(import.meta.dirname, 'handlers.unmarked.test-d.ts');
const MARK = '@ts-expect-error';

const source = readFileSync(SOURCE, 'utf8');
const unmarked = source.replaceAll(MARK, 'refused:');

/** Lines, counted from 1, that the compiler must refuse, and what for: each follows its mark. */
const marks = source
  .split('\n')
  .flatMap((line, index) =>
    line.includes(`// ${MARK} `) ? [{ line: index + 2, why: line.split(`${MARK} `)[1] ?? '' }] : [],
  );

function compile(): ts.Program {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (file) => file === UNMARKED || fileExists(file);
  host.getSourceFile = (file, ...rest) =>
    file === UNMARKED
      ? ts.createSourceFile(file, unmarked, ts.ScriptTarget.Latest)
      : getSourceFile(file, ...rest);
  return ts.createProgram([SOURCE, UNMARKED], options, host);
}

function errorsIn(program: ts.Program, path: string): { line: number; message: string }[] {
  const file = program.getSourceFile(path);
  if (!file) throw new Error(`${path} was not compiled`);
  return program.getSemanticDiagnostics(file).map(({ start = 0, messageText }) => ({
    line: file.getLineAndCharacterOfPosition(start).line + 1,
    message: ts.flattenDiagnosticMessageText(messageText, '\n'),
  }));
}

describe('the compiler binds handlers to the contract', () => {
  let program: ts.Program;
  beforeAll(() => {
    program = compile();
  });

  test('what follows the contract compiles', () => {
    expect(errorsIn(program, SOURCE)).toEqual([]);
  });

  test.each(marks)('refused: $why', ({ line }) => {
    expect(errorsIn(program, UNMARKED).map((error) => error.line)).toContain(line);
  });

  test('nothing else is refused', () => {
    const lines = errorsIn(program, UNMARKED).map((error) => error.line);
    expect([...new Set(lines)]).toEqual(marks.map(({ line }) => line));
  });
});
