import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';

/** The service has not said what it was asked for. The message goes behind its name. */
export class ComputeProblem extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ComputeProblem';
  }
}

export interface Answer {
  readonly status: number;
  /** Empty unless the status is 200. */
  readonly body: string;
}

/** What a service tells of a server takes some kilobytes. */
const MOST_BYTES = 1024 * 1024;

async function bodyOf(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  // The stream's own type does not say of what its parts are; without an encoding they are buffers.
  for await (const part of response as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MOST_BYTES) throw new ComputeProblem(`gave an answer of more than ${MOST_BYTES} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}

async function answerTo(request: ClientRequest): Promise<Answer> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve).once('error', reject).end();
  });
  const status = response.statusCode ?? 0;
  return { status, body: status === 200 ? await bodyOf(response) : '' };
}

/**
 * One request on a connection of its own: servers are attached seldom, and a connection that waits may have been
 * closed by the other side. Rejects with a `ComputeProblem`, after `timeout` milliseconds at the latest.
 */
export async function get(
  url: URL,
  headers: Readonly<Record<string, string>>,
  timeout: number,
): Promise<Answer> {
  const signal = AbortSignal.timeout(timeout);
  const { request: open } = url.protocol === 'https:' ? https : http;
  const request = open(url, { headers: { ...headers, 'User-Agent': 'cinderblock' }, agent: false, signal });
  // Once it is answered, or given up, nobody waits for what else may go wrong with it.
  request.on('error', () => undefined);
  try {
    return await answerTo(request);
  } catch (error) {
    if (error instanceof ComputeProblem) throw error;
    if (signal.aborted)
      throw new ComputeProblem(`did not answer within ${timeout / 1000} s`, { cause: error });
    throw new ComputeProblem('could not be reached', { cause: error });
  } finally {
    request.destroy();
  }
}
