import { createServer, type IncomingHttpHeaders, type IncomingMessage, request as send } from 'node:http';
import { text } from 'node:stream/consumers';
import { listening } from './listening.ts';

/** What comes back from the server, as a test may spoil it. */
export interface Answer {
  readonly method: string;
  readonly path: string;
  readonly accept: string;
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A proxy that passes everything on and lets `spoil` at every answer; ends when `use` does. */
export async function throughProxy<Result>(
  target: string,
  spoil: (answer: Answer) => void,
  use: (url: string) => Promise<Result>,
): Promise<Result> {
  const proxy = createServer((incoming, outgoing) => {
    const { method = 'GET', headers, url = '' } = incoming;
    const passedOn = send(`${target}${url}`, { method, headers }, async (response: IncomingMessage) => {
      const answer: Answer = {
        method,
        path: url,
        accept: String(headers.accept),
        status: response.statusCode ?? 0,
        headers: response.headers,
        body: await text(response),
      };
      const before = answer.body;
      spoil(answer);
      const { ...sent } = answer.headers;
      if (answer.body !== before) sent['content-length'] = String(Buffer.byteLength(answer.body));
      outgoing.sendDate = false;
      outgoing.writeHead(answer.status, sent);
      outgoing.end(answer.body);
    });
    passedOn.on('error', () => outgoing.destroy());
    incoming.pipe(passedOn);
  });
  return listening(proxy, use);
}
