/**
 * Loaded into Prism's process before Prism (`node --import`). Prism's own command neither says on which port
 * it listens nor ends with the process that started it.
 */
import { subscribe } from 'node:diagnostics_channel';
import { ServerResponse } from 'node:http';
import { type AddressInfo, Server } from 'node:net';

/** What Prism's process tells its parent, each time that it starts to listen. */
export interface PrismListens {
  readonly port: number;
}

// The channel closes when the parent ends, however hard.
process.on('disconnect', () => process.exit(0));
if (process.connected === false) process.exit(0);
// A terminal's Ctrl-C goes to the whole process group; the parent still needs Prism for what is under way.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});

subscribe('tracing:net.server.listen:asyncEnd', (message) => {
  const { server } = message as { server?: unknown };
  if (!(server instanceof Server)) return;
  // Prism listens on a host and port, never on a pipe.
  const { port } = server.address() as AddressInfo;
  process.send?.({ port } satisfies PrismListens);
});

const VIOLATIONS = 'sl-violations';
const MOST_CHARACTERS = 8_000;
const setHeader = ServerResponse.prototype.setHeader;

/**
 * Prism puts the names of wrong members into a header as they are, and dies of those that are not Latin-1.
 * The header holds JSON, where an escape means the same.
 */
ServerResponse.prototype.setHeader = function (this: ServerResponse, name, value) {
  if (name !== VIOLATIONS || typeof value !== 'string') return setHeader.call(this, name, value);
  const escaped = value.replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return setHeader.call(this, name, escaped.slice(0, MOST_CHARACTERS));
};
