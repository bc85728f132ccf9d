import type { IncomingMessage, ServerResponse } from 'node:http';

const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE';
/** All that the contract documents on an answer, the tokens of logins among it, and what every answer has. */
const EXPOSED = [
  'Allow',
  'Content-Length',
  'Date',
  'Location',
  'Retry-After',
  'WWW-Authenticate',
  'X-Auth-Token',
  'X-Compute-Request-Id',
  'X-Server-Management-Url',
  'X-Subject-Token',
].join(', ');

/** Lets a page from anywhere read the answer: the mock is for front ends, and has nothing to protect. */
export function allowOrigin(request: IncomingMessage, response: ServerResponse): void {
  const { origin } = request.headers;
  response.setHeader('Access-Control-Allow-Origin', origin ?? '*');
  response.setHeader('Access-Control-Expose-Headers', EXPOSED);
  if (origin === undefined) return;
  response.setHeader('Access-Control-Allow-Credentials', 'true');
  response.setHeader('Vary', 'Origin');
}

/** Answers OPTIONS. Any method is allowed, so that a wrong one gets its 405 and not an error of the browser. */
export function answerPreflight(request: IncomingMessage, response: ServerResponse): void {
  const { 'access-control-request-headers': asked } = request.headers;
  response.writeHead(204, {
    Allow: `${METHODS}, OPTIONS`,
    'Access-Control-Allow-Methods': METHODS,
    'Access-Control-Allow-Headers': asked ?? 'Accept, Content-Type, Prefer, X-Auth-Token, X-Subject-Token',
    'Access-Control-Max-Age': '600',
  });
  response.end();
}
