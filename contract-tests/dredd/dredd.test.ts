import { createServer, type IncomingMessage, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DocumentsServer, startDocumentsServer } from './documents-server.ts';
import { isGreen, runDredd, transactionNames } from './run.ts';

/** What comes back from the server, as a test may spoil it. */
interface Answer {
  status: number;
  contentType: string;
  body: string;
}

/** A proxy that passes everything on and lets `spoil` at answers of the path; ends when `use` does. */
async function throughProxy<T>(
  target: string,
  path: RegExp,
  spoil: (answer: Answer) => void,
  use: (url: string) => Promise<T>,
): Promise<T> {
  const proxy = createServer((incoming, outgoing) => {
    const { method, headers, url = '' } = incoming;
    const passedOn = send(`${target}${url}`, { method, headers }, async (response: IncomingMessage) => {
      const answer: Answer = {
        status: response.statusCode ?? 0,
        contentType: response.headers['content-type'] ?? '',
        body: await text(response),
      };
      if (path.test(url)) spoil(answer);
      const { 'content-length': _, ...rest } = response.headers;
      const type = answer.contentType === '' ? {} : { 'content-type': answer.contentType };
      outgoing.writeHead(answer.status, {
        ...rest,
        ...type,
        'content-length': Buffer.byteLength(answer.body),
      });
      outgoing.end(answer.body);
    });
    incoming.pipe(passedOn);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  try {
    // A TCP server that listens has an address with a port.
    return await use(`http://127.0.0.1:${(proxy.address() as AddressInfo).port}`);
  } finally {
    proxy.closeAllConnections();
    proxy.close();
  }
}

const named = (example: string) => transactionNames().filter((name) => name.includes(example));

describe('Dredd', () => {
  // One server for all: what is spoiled is spoiled on the way back.
  let server: DocumentsServer;
  beforeAll(async () => {
    server = await startDocumentsServer();
  });
  afterAll(() => server.stop());

  it('passes every documented request and response, and runs as many as there are', {
    timeout: 120_000,
  }, async () => {
    const run = await runDredd(server.url);
    expect(run.expected).toBe(85);
    expect(isGreen(run), run.output).toBe(true);
  });

  const json = named('4.5.1.3/get-volume-details-response.json');
  const xml = named('4.5.1.3/get-volume-details-response.xml');
  const path = /\/volumes\/9b93609e/;
  const replacing = (from: string, to: string) => (answer: Answer) => {
    answer.body = answer.body.replace(from, to);
  };

  it.each<[string, string[], (answer: Answer) => void]>([
    ['a wrong status', json, (answer) => Object.assign(answer, { status: 203 })],
    ['a wrong value', json, replacing('"size":1', '"size":2')],
    ['an integer as a string', json, replacing('"size":1', '"size":"1"')],
    ['a dropped field', json, replacing('"snapshot_id":null,', '')],
    ['an extra field', json, replacing('"size":1', '"size":1,"host":"a"')],
    ['a wrong content type', json, (answer) => Object.assign(answer, { contentType: 'text/plain' })],
    ['a wrong value in XML', xml, replacing('size="1"', 'size="2"')],
    ['a dropped attribute in XML', xml, replacing('snapshot_id="None"', '')],
    ['a dropped element in XML', xml, replacing('<metadata/>', '')],
    ['a wrong namespace in XML', xml, replacing('volume/api/v1"', 'volume/api/v2"')],
    [
      'a wrong content type for XML',
      xml,
      (answer) => Object.assign(answer, { contentType: 'application/json' }),
    ],
  ])('turns red on %s', { timeout: 60_000 }, async (_, only, spoil) => {
    expect(only).toHaveLength(1);
    let spoiled = false;
    const spoilAndNote = (answer: Answer) => {
      const before = JSON.stringify(answer);
      spoil(answer);
      spoiled = before !== JSON.stringify(answer);
    };
    const run = await throughProxy(server.url, path, spoilAndNote, (url) => runDredd(url, only));
    expect(spoiled, 'the answer was not spoiled').toBe(true);
    expect(run.failing, run.output).toBe(1);
    expect(isGreen(run)).toBe(false);
  });

  it('stays green through the proxy when nothing is spoiled', { timeout: 60_000 }, async () => {
    const run = await throughProxy(
      server.url,
      path,
      () => {},
      (url) => runDredd(url, json),
    );
    expect(isGreen(run), run.output).toBe(true);
  });
});
