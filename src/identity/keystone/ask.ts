import type { KeystoneAccess } from './access.ts';
import { KeystoneUnavailable } from './errors.ts';

export interface Question {
  readonly method: 'GET' | 'POST';
  /** Behind the address of Keystone. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

export interface KeystoneAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The body as JSON; undefined for one that is none. */
  readonly body: unknown;
}

export type Ask = (question: Question) => Promise<KeystoneAnswer>;

/** A description of a token with its roles has some kilobytes; this is what nobody has by accident. */
const LONGEST_ANSWER = 1024 * 1024;

/** The whole body: a connection is used again only when all of an answer has been taken. */
async function textOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  // Leaving the loop early closes the connection.
  for await (const part of body ?? []) {
    length += part.length;
    if (length > LONGEST_ANSWER) throw new Error('its answer is too long');
    text += decoder.decode(part, { stream: true });
  }
  return text + decoder.decode();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What went wrong on the way, without the many layers of `fetch`. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'it did not answer in time';
  const { cause } = error;
  return cause instanceof Error && cause.message !== '' ? cause.message : error.message;
}

/**
 * Asks Keystone. Answers of its own, refusals too, are given back.
 * @throws KeystoneUnavailable for what is none: no connection, silence, 429 and what begins with 5
 */
export function keystoneAsk({ url, silence }: Pick<KeystoneAccess, 'url' | 'silence'>): Ask {
  return async ({ method, path, headers = {}, body }) => {
    try {
      const response = await fetch(`${url}${path}`, {
        method,
        headers: {
          Accept: 'application/json',
          ...(body && { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body && { body: JSON.stringify(body) }),
        // Neither the token of a user nor the password of this server goes anywhere else.
        redirect: 'manual',
        signal: AbortSignal.timeout(silence),
      });
      const { status } = response;
      const text = await textOf(response);
      if (status >= 500 || status === 429) {
        throw new Error(`it answered with status ${status}`);
      }
      return { status, headers: response.headers, body: parsed(text) };
    } catch (error) {
      throw new KeystoneUnavailable(`Keystone at ${url} cannot be asked: ${reasonOf(error)}`);
    }
  };
}
