import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

interface Message {
  readonly return?: unknown;
  readonly error?: { readonly desc: string };
  readonly event?: string;
}

/** QEMU's control protocol, QMP: a line of JSON for each command, reply and event. */
export interface Control {
  /** Resolves with the reply; rejects with what QEMU says when it refuses. */
  command(name: string, args?: object): Promise<void>;
  /** Resolves when QEMU has told of the event, which it may have done before. */
  event(name: string): Promise<void>;
}

/** Says hello over the pipes of a QEMU that has its control protocol there. `gone` rejects when it has ended. */
export async function openControl(input: Writable, output: Readable, gone: Promise<never>): Promise<Control> {
  const lines: Interface = createInterface({ input: output });
  const events = new Map<string, PromiseWithResolvers<void>>();
  const eventOf = (name: string) => {
    const found = events.get(name) ?? Promise.withResolvers<void>();
    events.set(name, found);
    return found;
  };
  let replied = Promise.withResolvers<Message>();
  lines.on('line', (line) => {
    const message: Message = JSON.parse(line);
    if (message.event !== undefined) eventOf(message.event).resolve();
    else replied.resolve(message);
  });

  async function command(name: string, args: object = {}): Promise<void> {
    replied = Promise.withResolvers();
    input.write(`${JSON.stringify({ execute: name, arguments: args })}\n`);
    const { error } = await Promise.race([replied.promise, gone]);
    if (error !== undefined) throw new Error(`QEMU refuses ${name}: ${error.desc}`);
  }

  // It speaks first.
  await Promise.race([replied.promise, gone]);
  await command('qmp_capabilities');
  return { command, event: (name) => Promise.race([eventOf(name).promise, gone]) };
}
