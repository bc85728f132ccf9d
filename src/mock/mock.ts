import { readFileSync } from 'node:fs';
import { type Logger, pino } from 'pino';
import { type MediaTypeContract, mediaTypes } from '../http/media-types.ts';
import { type RunningServer, startServer } from '../http/server.ts';
import { type Contract, xmlCodec } from '../http/xml/codec.ts';
import { type MockContract, mockFront } from './front.ts';
import { mockOperations } from './operations.ts';
import { startPrism } from './prism.ts';
import { publicOperations, type Secured } from './public-operations.ts';

export interface MockOptions {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** The bundled contract, in JSON. */
  readonly contractPath: string;
  readonly log?: Logger;
}

export interface RunningMock {
  /** Such as `http://127.0.0.1:8776`. */
  readonly url: string;
  /** Lets requests under way finish, then ends Prism. */
  stop(): Promise<void>;
}

const PATIENCE_MS = 5_000;
const STOP_WITHIN_MS = 5_000;

function readContract(contractPath: string): MockContract {
  // Linted when it was bundled, so it is taken as it is.
  const contract: Contract & MediaTypeContract & Secured = JSON.parse(readFileSync(contractPath, 'utf8'));
  const types = mediaTypes(contract);
  return {
    types,
    codec: xmlCodec(contract),
    operations: mockOperations(contract, types),
    open: publicOperations(contract),
  };
}

/**
 * Serves the examples of a contract: Prism in a process of its own, and a front that passes requests on to it.
 * Resolves when both answer.
 *
 * @throws Error when the address cannot be had, or the contract not be read
 * @throws PrismFailure when Prism cannot serve the contract
 */
export async function startMock(options: MockOptions): Promise<RunningMock> {
  const { host, port, contractPath, log = pino({ level: 'silent' }) } = options;
  let contract = readContract(contractPath);
  const rereadContract = (): void => {
    try {
      contract = readContract(contractPath);
    } catch (error) {
      log.warn({ err: error }, 'the contract cannot be read just now; the mock keeps what it has');
    }
  };

  const prism = await startPrism({ contractPath, log, onListening: rereadContract });
  let server: RunningServer;
  try {
    const front = mockFront({ contract: () => contract, prism, log, patience: PATIENCE_MS });
    server = await startServer({ callback: () => front }, { host, port, log });
  } catch (error) {
    await prism.stop();
    throw error;
  }
  log.info({ url: server.url }, 'the mock answers');
  return {
    url: server.url,
    async stop() {
      await server.stop(STOP_WITHIN_MS);
      await prism.stop();
      log.info('the mock has stopped');
    },
  };
}
