import type { Contract, Schema } from './schema.ts';

const THINGS = 'http://example.org/things';
const COLOURS = 'http://example.org/colours';

const text: Schema = { type: 'string', xml: { attribute: true } };
const textOrNull: Schema = { ...text, nullable: true };
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** Each word of the contract's XML vocabulary, once. */
const schemas: Record<string, Schema> = {
  Thing: {
    type: 'object',
    xml: { name: 'thing', namespace: THINGS },
    'x-xml-null': 'None',
    properties: {
      id: text,
      name: textOrNull,
      kind: text,
      size: { type: 'integer', nullable: true, xml: { attribute: true } },
      ratio: { type: 'number', xml: { attribute: true } },
      ready: { type: 'boolean', xml: { attribute: true } },
      serial: { anyOf: [{ type: 'integer' }, { type: 'string' }], xml: { attribute: true } },
      force: { oneOf: [{ type: 'boolean' }, { type: 'string' }], nullable: true, xml: { attribute: true } },
      renamed: { type: 'string', xml: { name: 'other-name', attribute: true } },
      made_at: { type: 'string', nullable: true, 'x-xml-timestamp': true, xml: { attribute: true } },
      hidden: { type: 'string', 'x-xml-omit': true },
      'colours:paint': {
        type: 'string',
        xml: { name: 'paint', prefix: 'colours', namespace: COLOURS, attribute: true },
      },
      note: { type: 'string' },
      weight: { type: 'integer' },
      parts: { type: 'array', xml: { name: 'parts', wrapped: true }, items: ref('Part') },
      labels: { type: 'array', items: { type: 'string', xml: { name: 'label' } } },
      metadata: {
        type: 'object',
        additionalProperties: { type: 'string' },
        'x-xml-map': { item: 'meta', key: 'key' },
      },
      owner: { allOf: [ref('Owner')], xml: { name: 'ownedBy' } },
    },
  },
  Part: { type: 'object', xml: { name: 'part' }, properties: { id: text, name: textOrNull } },
  Owner: { type: 'object', properties: { id: text, since: { type: 'string', 'x-xml-timestamp': true } } },
  /** More of a thing, and a tint in a list that has to be there. */
  ThingDetail: {
    allOf: [ref('Thing')],
    required: ['tints'],
    properties: {
      tints: {
        type: 'array',
        items: {
          type: 'object',
          xml: { name: 'tint', prefix: 'colours', namespace: COLOURS },
          properties: { value: text },
        },
      },
    },
  },
  Things: {
    type: 'array',
    xml: { name: 'things', wrapped: true, namespace: THINGS },
    items: ref('ThingDetail'),
  },
  /** Contains itself. */
  Branch: {
    type: 'object',
    xml: { name: 'branch' },
    properties: { name: text, branches: { type: 'array', xml: { wrapped: true }, items: ref('Branch') } },
  },
  Fault: {
    type: 'object',
    properties: {
      code: { type: 'integer', xml: { attribute: true } },
      message: { type: 'string' },
      retryAfter: { type: 'integer' },
    },
  },
  BadRequest: { allOf: [ref('Fault')], xml: { name: 'badRequest', namespace: THINGS } },
  Malformed: { allOf: [ref('Fault')], xml: { name: 'malformed', namespace: THINGS } },
  ThingBody: { type: 'object', properties: { thing: ref('Thing') } },
  ThingsBody: { type: 'object', properties: { things: ref('Things') } },
  BranchBody: { type: 'object', properties: { branch: ref('Branch') } },
  BadRequestFault: { type: 'object', properties: { badRequest: ref('BadRequest') } },
  MalformedFault: { type: 'object', properties: { malformed: ref('Malformed') } },
};

const body = (wrapper: Schema, inner: Schema, namespaces?: Record<string, string>) => ({
  content: {
    'application/json': { schema: wrapper },
    'application/xml': { schema: inner, ...(namespaces && { 'x-xml-namespaces': namespaces }) },
  },
});

const bad = body(
  { oneOf: [ref('BadRequestFault'), ref('MalformedFault')] },
  { oneOf: [ref('BadRequest'), ref('Malformed')] },
);

/** A small contract of its own for the tests of the XML codec. */
export const fixture: Contract & { components: { schemas: Record<string, Schema> } } = {
  paths: {
    '/things': {
      get: {
        operationId: 'list-things',
        responses: {
          200: body(ref('ThingsBody'), ref('Things'), { atom: 'http://www.w3.org/2005/Atom' }),
          400: { $ref: '#/components/responses/Bad' },
          '5XX': body(ref('BadRequestFault'), ref('BadRequest'), { default: 'http://example.org/other' }),
        },
      },
      post: {
        operationId: 'make-thing',
        requestBody: body(ref('ThingBody'), ref('Thing')),
        responses: { 200: body(ref('ThingBody'), ref('Thing')), 202: { description: 'nothing to say' } },
      },
    },
    '/branch': {
      get: { operationId: 'get-branch', responses: { 200: body(ref('BranchBody'), ref('Branch')) } },
    },
    '/health': {
      get: {
        operationId: 'health',
        responses: { 200: { content: { 'application/json': { schema: { type: 'object' } } } } },
      },
    },
  },
  components: { schemas, ...{ responses: { Bad: bad } } },
};

/** A contract with one operation, `show`, whose response has these two forms. */
export const showing = (
  json: Schema,
  xml: Schema,
  namespaces: Record<string, string> = {},
  status = '200',
): Contract => ({
  paths: { '/thing': { get: { operationId: 'show', responses: { [status]: body(json, xml, namespaces) } } } },
});

/** A contract with one operation, `show`, whose response is that schema, as the member `thing`. */
export const contractOf = (thing: Schema, components: Record<string, Schema> = {}): Contract => ({
  ...showing({ properties: { thing } }, thing),
  components: { schemas: components },
});
