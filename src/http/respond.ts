import type { OperationId } from '../../generated/server/contract.ts';
import type { Context } from './context.ts';
import type { ContractValidator } from './contract-validator.ts';
import type { XmlCodec } from './xml/codec.ts';

/** The part of the XML codec that writes responses. */
export type XmlEncoder = Pick<XmlCodec, 'encodeResponse' | 'hasXml'>;

/** What a handler gives back: a documented status, its body, and headers where the document has some. */
export interface HandlerResponse {
  readonly status: number | string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Responder = (ctx: Context, operationId: OperationId, response: HandlerResponse) => void;

/** When responses are held against the contract before they are sent. */
export type ResponseChecks = 'always' | 'sampled' | 'off';

/** Of a hundred responses, one; enough to notice a drift in production within minutes. */
const SAMPLE_OF = 100;

export function responder(validator: ContractValidator, xml: XmlEncoder, checks: ResponseChecks): Responder {
  let count = 0;
  const isChecked = (): boolean => checks === 'always' || (checks === 'sampled' && ++count % SAMPLE_OF === 0);

  return (ctx, operationId, response) => {
    const status = Number(response.status);
    if (isChecked()) {
      const wrong = validator.response(operationId, status, response.body);
      if (wrong !== undefined)
        throw new Error(`the response breaks the contract of ${operationId}: ${wrong}`);
    }
    write(ctx, operationId, status, response, xml);
  };
}

/** Writes a response in the format that was settled at the start of the request. */
export function write(
  ctx: Context,
  operationId: OperationId,
  status: number,
  { body, headers }: Pick<HandlerResponse, 'body' | 'headers'>,
  xml: XmlEncoder,
): void {
  const { response, res } = ctx;
  for (const name in headers) response.set(name, headers[name] ?? '');
  if (body === undefined) {
    response.body = null;
    // Koa turns a null body into 204; the documents answer 202 without one.
    response.status = status;
    response.length = 0;
    return;
  }
  response.status = status;
  const { mediaType } = ctx.state;
  if (mediaType.format === 'json') {
    res.setHeader('Content-Type', mediaType.type);
    response.body = JSON.stringify(body);
  } else if (xml.hasXml(operationId, status)) {
    res.setHeader('Content-Type', mediaType.type);
    response.body = xml.encodeResponse(operationId, status, body);
  } else {
    // What the contract describes in JSON alone, such as health.
    res.setHeader('Content-Type', 'application/json');
    response.body = JSON.stringify(body);
  }
}
