import { startMock } from '../mock/mock.ts';
import { PrismFailure } from '../mock/prism.ts';
import { contractPath } from './contract.ts';
import { createLog } from './log.ts';
import { addressError } from './setting.ts';
import { type MockSettings, SettingsError } from './settings.ts';
import { onStopSignal } from './signals.ts';

/** `cinderblock mock`: stays in the foreground until it is told to stop. */
export async function mock(settings: MockSettings): Promise<void> {
  const log = await createLog(settings.logLevel, settings.logFormat);
  // Before there is anything to stop: a signal while Prism starts must not leave it behind.
  const stopSignal = onStopSignal();
  const { host, port } = settings;
  const running = await startMock({ host, port, contractPath: contractPath(), log }).catch(
    (error: unknown) => {
      // Prism says what it misses; a stack of ours would only hide it.
      if (error instanceof PrismFailure) throw new SettingsError(error.message);
      throw error instanceof Error && 'syscall' in error ? addressError(error) : error;
    },
  );
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
  await stopSignal;
  await running.stop();
  log.flush();
}
