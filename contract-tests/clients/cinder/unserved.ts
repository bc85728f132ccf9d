import type { Scene } from './scene.ts';

/** Subcommands that have no server side here: each is tried, so that the page can say what it answers. */
const TRIED: Readonly<Record<string, readonly string[]>> = {
  'cinder service-disable HOST BINARY': ['service-disable', 'somewhere', 'cinder-volume'],
  'cinder service-enable HOST BINARY': ['service-enable', 'somewhere', 'cinder-volume'],
  'cinder transfer-create VOLUME': ['transfer-create', 'VOLUME'],
  'cinder transfer-list': ['transfer-list'],
  'cinder transfer-show TRANSFER': ['transfer-show', 'ID'],
  'cinder transfer-accept TRANSFER KEY': ['transfer-accept', 'ID', 'key'],
  'cinder transfer-delete TRANSFER': ['transfer-delete', 'ID'],
  'cinder qos-create NAME KEY=VALUE': ['qos-create', 'gold', 'iops=100'],
  'cinder qos-list': ['qos-list'],
  'cinder qos-show SPECS': ['qos-show', 'ID'],
  'cinder qos-key SPECS set KEY=VALUE': ['qos-key', 'ID', 'set', 'iops=200'],
  'cinder qos-associate SPECS TYPE': ['qos-associate', 'ID', 'ID'],
  'cinder qos-get-association SPECS': ['qos-get-association', 'ID'],
  'cinder qos-disassociate SPECS TYPE': ['qos-disassociate', 'ID', 'ID'],
  'cinder qos-disassociate-all SPECS': ['qos-disassociate-all', 'ID'],
  'cinder qos-delete SPECS': ['qos-delete', 'ID'],
  'cinder encryption-type-create TYPE PROVIDER': ['encryption-type-create', 'SSD', 'luks'],
  'cinder encryption-type-list': ['encryption-type-list'],
  'cinder encryption-type-show TYPE': ['encryption-type-show', 'SSD'],
  'cinder encryption-type-delete TYPE': ['encryption-type-delete', 'SSD'],
};

export async function unserved({ row, properties, does, settled }: Scene): Promise<void> {
  const { id: volume = '' } = await properties(['create', '1']);
  await settled('volume', volume, 'available');
  for (const [call, args] of Object.entries(TRIED)) {
    await row(call, async () => {
      const given = args.map((arg) => (arg === 'VOLUME' || arg === 'ID' ? volume : arg));
      await does(given, 'admin');
      return undefined;
    });
  }
  await does(['delete', volume]);
  await settled('volume', volume, 'gone');
}
