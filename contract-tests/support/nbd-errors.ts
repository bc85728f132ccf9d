import { NbdError } from '../../src/nbd/protocol.ts';

export class NbdRequestError extends Error {
  readonly number: number;
  constructor(number: number) {
    const name = Object.entries(NbdError).find(([, value]) => value === number)?.[0] ?? String(number);
    super(`the server answered ${name}`);
    this.name = 'NbdRequestError';
    this.number = number;
  }
}

export class NbdOptionError extends Error {
  readonly type: number;
  constructor(type: number, words: string) {
    super(`the server refused the option with ${type.toString(16)}: ${words}`);
    this.name = 'NbdOptionError';
    this.type = type;
  }
}
