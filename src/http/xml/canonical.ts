import { readXml, XMLNS_URI, type XmlAttribute, type XmlElement } from './reader.ts';

const expanded = ({ uri, local }: { uri: string; local: string }): string =>
  uri === '' ? local : `{${uri}}${local}`;

const isDeclaration = ({ uri }: XmlAttribute): boolean => uri === XMLNS_URI;

/** One line for each element, attribute and text, indented by depth. */
function writeLines(element: XmlElement, indent: string, lines: string[]): void {
  lines.push(`${indent}<${expanded(element)}>`);
  const inner = `${indent}  `;
  const named = element.attributes
    .filter((attribute) => !isDeclaration(attribute))
    .map((attribute) => `${inner}@${expanded(attribute)}=${JSON.stringify(attribute.value)}`);
  lines.push(...named.sort());
  for (const node of element.content) {
    if (typeof node !== 'string') writeLines(node, inner, lines);
    else if (node.trim() !== '') lines.push(`${inner}${JSON.stringify(node)}`);
  }
}

/**
 * A form of a document that is equal for two documents exactly when they say the same: prefixes are resolved,
 * attributes sorted, comments, the XML declaration and text that is only whitespace left out. The namespaces
 * declared on the root count even where nothing uses them, because documented responses show them. It has a
 * line for every element, attribute and text, so that a diff of two of them can be read.
 *
 * Throws an Error that says what is wrong and where when the text is not XML.
 */
export function canonicalXml(text: string): string {
  const read = readXml(text);
  if (!read.ok) throw new Error(`not XML: ${read.message}`);
  const declared = read.root.attributes
    .filter(isDeclaration)
    .map(({ name, value }) => `${name}=${JSON.stringify(value)}`);
  const lines = declared.sort();
  writeLines(read.root, '', lines);
  return lines.join('\n');
}
