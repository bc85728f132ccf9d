import { mkdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { Layer } from './layer.ts';
import type { LayerFile, LayerFiles } from './layer-files.ts';
import { layersFolder } from './layer-format.ts';
import { faultyFiles, temporaryFolder } from './testing.ts';

const failure = (code: string): Error => Object.assign(new Error(code), { code });

/** The same files, of which `open` are the ones that are open. */
function counted(files: LayerFiles) {
  const open = new Set<LayerFile>();
  function told(file: LayerFile): LayerFile {
    const counting: LayerFile = {
      ...file,
      close() {
        open.delete(counting);
        file.close();
      },
    };
    open.add(counting);
    return counting;
  }
  const counting: LayerFiles = {
    ...files,
    create: (path) => told(files.create(path)),
    open(path, mode) {
      const file = files.open(path, mode);
      return file && told(file);
    },
  };
  return { open, files: counting };
}

async function layersIn(): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(layersFolder(folder), { recursive: true });
  return folder;
}

const pages = [{ index: 0, bytes: new Uint8Array(4096) }];

describe('files of a layer', () => {
  it('are closed when a map cannot be made, however often it is tried', async () => {
    const folder = await layersIn();
    const { open, files } = counted(
      faultyFiles({
        write(path) {
          if (path.endsWith('.map')) throw failure('ENOSPC');
        },
      }),
    );
    const layer = Layer.writable(files, folder, 1, true);
    for (let attempt = 0; attempt < 3; attempt += 1) expect(() => layer.putPages(pages)).toThrow('ENOSPC');
    expect(open.size).toBe(0);
  });

  it('are closed when not all of them can be opened', async () => {
    const folder = await layersIn();
    const written = Layer.writable(faultyFiles({}), folder, 1, true);
    written.putPages(pages);
    written.close();
    const { open, files } = counted(faultyFiles({}));
    const few: LayerFiles = {
      ...files,
      open(path, mode) {
        if (path.endsWith('.data')) throw failure('EMFILE');
        return files.open(path, mode);
      },
    };
    expect(() => Layer.writable(few, folder, 1, true)).toThrow('EMFILE');
    expect(open.size).toBe(0);
  });
});
