import { startMock } from '../mock/mock.ts';
import { contractPath } from './contract.ts';
import { createLog } from './log.ts';
import type { MockSettings } from './settings.ts';
import { onStopSignal } from './signals.ts';

/** `cinderblock mock`: stays in the foreground until it is told to stop. */
export async function mock(settings: MockSettings): Promise<void> {
  const log = await createLog(settings.logLevel, settings.logFormat);
  const running = await startMock({
    host: settings.host,
    port: settings.port,
    contractPath: contractPath(),
    log,
  });
  process.stdout.write(
    [
      `The mock of the contract answers at ${running.url}`,
      '',
      '  Any token will do. Choose an example by its id:',
      `  curl -s -H 'X-Auth-Token: any' -H 'Prefer: example=hp-block-storage-v1/4.5.1.1/list-volumes-response.json' ${running.url}/v1/dev/volumes`,
      '',
      '',
    ].join('\n'),
  );
  await onStopSignal();
  await running.stop();
}
