/**
 * Redocly plugin that puts payload files into the contract. An example names its file in `externalValue`
 * (standard OpenAPI, relative to the file that says so); the bundle has its content in `value`: JSON as the
 * value, XML as the text of the document. So each payload stands in one file, in the form that clients see.
 * What a document shows as a part of a body is an example of that part's schema, in `x-examples`.
 */

import { readFileSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';

interface Example {
  externalValue?: string;
  value?: unknown;
}

/** What Redocly tells a visitor, as far as it is used here. */
interface VisitorContext {
  readonly location: { readonly source: { readonly absoluteRef: string } };
  readonly report: (problem: { message: string }) => void;
}

type Read = (text: string) => unknown;

interface Schema {
  readonly 'x-examples'?: Readonly<Record<string, Example>>;
}

/** Replaces `externalValue` by `value` in all examples whose file has this extension. */
function embed(extension: string, read: Read) {
  function embedOne(example: Example, context: VisitorContext): void {
    const { externalValue: file } = example;
    if (file === undefined || extname(file) !== extension) return;
    try {
      example.value = read(readFileSync(resolve(dirname(context.location.source.absoluteRef), file), 'utf8'));
      delete example.externalValue;
    } catch (error) {
      context.report({ message: `The example ${file} cannot be read: ${String(error)}` });
    }
  }
  return () => ({
    Example: embedOne,
    Schema({ 'x-examples': examples = {} }: Schema, context: VisitorContext) {
      for (const example of Object.values(examples)) embedOne(example, context);
    },
  });
}

export default function examples() {
  return {
    id: 'examples',
    // Before linting and bundling, so that Redocly holds JSON examples against their schemas.
    preprocessors: { oas3: { json: embed('.json', JSON.parse) } },
    // When bundling only: for Redocly an XML document is a string, and so never what the schema says.
    decorators: { oas3: { xml: embed('.xml', (text) => text) } },
  };
}
