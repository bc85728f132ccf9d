/** The operationId is `<document>/<name>`, and the tag `<document>/<resource>`. */
export default function namedForDocument(operation) {
  const { 'x-document': document, operationId = '', tags = [] } = operation;
  const named = (name) => name.startsWith(`${document}/`);
  return [
    ...(named(operationId)
      ? []
      : [{ message: `operationId ${operationId} does not begin with ${document}/` }]),
    ...tags
      .filter((tag) => !named(tag))
      .map((tag) => ({ message: `tag ${tag} does not begin with ${document}/` })),
  ];
}
