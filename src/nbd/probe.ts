import { lstat, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';

type Place = { readonly host: string; readonly port: number } | { readonly path: string };

function listenAndClose(place: Place): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(place, () => server.close(() => resolve()));
  });
}

/** Whether somebody answers at the unix socket. */
function isAnswered(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'ECONNREFUSED'));
  });
}

/** Nobody but a server that is no more can have made it: other files are never to be removed. */
const isLeftOver = async (path: string): Promise<boolean> =>
  (await lstat(path)).isSocket() && !(await isAnswered(path));

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

/** Rejects when nobody can listen there now. */
export const probePort = (host: string, port: number): Promise<void> => listenAndClose({ host, port });

/** The same for a unix socket. One that a server left behind that was killed is removed. */
export async function probeSocket(path: string): Promise<void> {
  try {
    await listenAndClose({ path });
  } catch (error) {
    if (!isTaken(error) || !(await isLeftOver(path))) throw error;
    await rm(path);
    await listenAndClose({ path });
  }
}
