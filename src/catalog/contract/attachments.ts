import { describe, expect, it } from 'vitest';
import type { NewAttachment } from '../catalog.ts';
import type { CatalogUnderTest } from '../catalog-contract.ts';
import { newAttachment, newVolume } from '../testing.ts';

const ALL = { limit: 1000, offset: 0 };

export function attachmentContract(test: CatalogUnderTest): void {
  /** Makes a volume and attaches it; undefined when the attachment was refused. */
  const attach = (given: Partial<NewAttachment> = {}) =>
    test.catalog.transaction(async (tx) => {
      const volume = await tx.insertVolume(newVolume({ tenantId: given.tenantId ?? 'tenant-a' }));
      return tx.insertAttachment(newAttachment(volume.id, given));
    });
  const devices = async (serverId = 'server-1', page = ALL) =>
    (await test.catalog.listAttachments('tenant-a', serverId, page)).map(({ device }) => device);

  describe('an attachment', () => {
    it('is found by its server and volume, and seen on the volume', async () => {
      const attachment = await attach({ device: '/dev/vdc', attachedAt: 17 });
      const volumeId = attachment?.volumeId ?? '';
      const given = newAttachment(volumeId, { device: '/dev/vdc', attachedAt: 17 });
      expect(attachment).toEqual({ ...given, volumeSerial: 1, mode: null });
      expect(await test.catalog.findAttachment('tenant-a', 'server-1', volumeId)).toEqual(attachment);
      expect(await test.catalog.findVolume('tenant-a', volumeId)).toMatchObject({ attachment });
    });

    it('remembers whether the server may write, where that was said', async () => {
      const attachment = await attach({ mode: 'ro' });
      expect(attachment).toMatchObject({ mode: 'ro' });
      expect(await test.catalog.findVolume('tenant-a', attachment?.volumeId ?? '')).toMatchObject({
        attachment: { mode: 'ro' },
      });
    });

    it('is not found under another tenant, server or volume', async () => {
      const volumeId = (await attach())?.volumeId ?? '';
      expect(await test.catalog.findAttachment('tenant-b', 'server-1', volumeId)).toBeUndefined();
      expect(await test.catalog.findAttachment('tenant-a', 'server-2', volumeId)).toBeUndefined();
      expect(await test.catalog.findAttachment('tenant-a', 'server-1', 'other')).toBeUndefined();
      expect(await test.catalog.listAttachments('tenant-b', 'server-1', ALL)).toEqual([]);
    });

    it('is refused for a volume that has one, and the first stays', async () => {
      const first = await attach();
      const volumeId = first?.volumeId ?? '';
      const second = newAttachment(volumeId, { serverId: 'server-2', device: '/dev/vdz' });
      expect(await test.catalog.transaction((tx) => tx.insertAttachment(second))).toBeUndefined();
      expect(await test.catalog.findVolume('tenant-a', volumeId)).toMatchObject({ attachment: first });
      expect(await devices('server-2')).toEqual([]);
    });

    it('is refused on a device that its server has in use, not on the same device of another', async () => {
      expect(await attach({ device: '/dev/vdb' })).toBeDefined();
      expect(await attach({ device: '/dev/vdb' })).toBeUndefined();
      expect(await attach({ device: '/dev/vdc' })).toBeDefined();
      expect(await attach({ device: '/dev/vdb', serverId: 'server-2' })).toBeDefined();
      expect(await attach({ device: '/dev/vdb', tenantId: 'tenant-b' })).toBeDefined();
    });

    it('is won by one of 200 on the same device', async () => {
      const all = await Promise.all(Array.from({ length: 200 }, () => attach()));
      expect(all.filter((attachment) => attachment !== undefined)).toHaveLength(1);
    });

    it('is refused for a volume that does not exist', async () => {
      const attachment = newAttachment('no-such-volume');
      await expect(test.catalog.transaction((tx) => tx.insertAttachment(attachment))).rejects.toThrow();
    });

    it('leaves the volume and frees the device when it is deleted', async () => {
      const volumeId = (await attach())?.volumeId ?? '';
      const remove = () => test.catalog.transaction((tx) => tx.deleteAttachment(volumeId));
      expect(await remove()).toBe(true);
      expect(await remove()).toBe(false);
      expect(await test.catalog.findVolume('tenant-a', volumeId)).toMatchObject({ attachment: null });
      expect(await attach()).toBeDefined();
    });
  });

  it('tells which volumes are to be reachable, of every tenant, and whether they may only be read', async () => {
    const ids: string[] = [];
    for (const tenantId of ['tenant-0', 'tenant-1', 'tenant-0']) {
      const { id } = await test.catalog.transaction((tx) => tx.insertVolume(newVolume({ tenantId })));
      ids.push(id);
    }
    const [first = '', second = '', third = ''] = ids;
    expect(await test.catalog.exportedVolumes()).toEqual([]);
    await test.catalog.transaction(async (tx) => {
      await tx.updateVolume(second, ['available'], 1, { readOnly: true });
      for (const id of ids) await tx.setVolumeStatus(id, ['available'], 'in-use', 2, { exported: true });
      await tx.setVolumeStatus(third, ['in-use'], 'available', 3, { exported: false });
    });
    expect(await test.catalog.exportedVolumes()).toEqual(
      [
        { id: first, readOnly: null },
        { id: second, readOnly: true },
      ].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    );
    expect(await test.catalog.volumeForJob(third)).toMatchObject({ exported: false, readOnly: null });
    expect(await test.catalog.volumeForJob(second)).toMatchObject({ exported: true, readOnly: true });
  });

  it('lists the attachments of a server by device, in pages', async () => {
    for (const device of ['/dev/vdd', '/dev/vdb', '/dev/vdc']) await attach({ device });
    await attach({ device: '/dev/vda', serverId: 'server-2' });
    expect(await devices()).toEqual(['/dev/vdb', '/dev/vdc', '/dev/vdd']);
    expect(await devices('server-1', { limit: 1, offset: 1 })).toEqual(['/dev/vdc']);
  });
}
