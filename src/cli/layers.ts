import { UnknownFormat } from '../blocks/graph-database.ts';
import { listLayers } from '../blocks/inspect.ts';
import { LayerDamaged } from '../blocks/layer-format.ts';
import { CatalogError } from '../catalog/errors.ts';
import { volumeByName } from '../catalog/operator-reads.ts';
import { type DataFolder, DataFolderError, openDataFolder } from '../operator/data-folder.ts';
import { relatedLayers, type TreeRow, treeOf } from '../operator/layer-tree.ts';
import type { Column } from '../terminal/table.ts';
import { visible } from '../terminal/text.ts';
import { bytesText, counted } from '../terminal/units.ts';
import type { ListSettings } from './operator-options.ts';
import { endingIn, printRows, remark } from './output.ts';

/** Who reads the layer, those first whose own it is. */
function usersOf({ layer }: TreeRow): string {
  const volume = layer.volume === null ? [] : [`volume ${layer.volume}`];
  return [...volume, ...layer.snapshots.map((id) => `snapshot ${id}`)].join(', ');
}

const columns: readonly Column<TreeRow>[] = [
  { title: 'LAYER', text: ({ layer, guide }) => `${guide}${layer.id}` },
  {
    title: 'STATE',
    text: ({ layer }) => (layer.merge === null ? layer.state : `merging ${Math.floor(layer.merge * 100)} %`),
    paint: (text, { layer }, style) =>
      layer.merge !== null ? style.yellow(text) : layer.state === 'live' ? style.green(text) : text,
  },
  { title: 'DATA', align: 'right', text: ({ layer }) => bytesText(layer.stored) },
  { title: 'ON DISK', align: 'right', goes: 2, text: ({ layer }) => bytesText(layer.allocated) },
  { title: 'SIZE', align: 'right', goes: 3, text: ({ layer }) => bytesText(layer.size) },
  { title: 'USED BY', least: 45, text: usersOf },
];

/** The fields of `--json`; they keep their names. */
function json({ layer }: TreeRow): object {
  return {
    id: layer.id,
    parent: layer.parent,
    children: layer.children,
    state: layer.state,
    sizeBytes: layer.size,
    dataBytes: layer.stored,
    diskBytes: layer.allocated,
    volume: layer.volume,
    snapshots: layer.snapshots,
    merged: layer.merge,
  };
}

/** The id of a volume or snapshot in the block store, which knows no numbers. */
function storedId({ catalog }: DataFolder, name: string): string {
  return volumeByName(catalog, name)?.id ?? name.toLowerCase();
}

/** `cinderblock layers [ID]`: how volumes and snapshots share their bytes. */
export async function layers(name: string | undefined, settings: ListSettings): Promise<void> {
  await endingIn(1, [DataFolderError, CatalogError, UnknownFormat, LayerDamaged], async () => {
    const folder = openDataFolder(settings.data);
    try {
      const all = await listLayers(folder.blocks);
      const shown = name === undefined ? all : relatedLayers(all, storedId(folder, name));
      if (name !== undefined && shown.length === 0) {
        throw new DataFolderError(`the block store has no volume or snapshot ${visible(name)}`);
      }
      await printRows(treeOf(shown), {
        columns,
        json: settings.json ? json : undefined,
        more: 'A wider terminal or --json has them.',
      });
      if (settings.json || !process.stdout.isTTY) return;
      const disk = shown.reduce((sum, { allocated }) => sum + allocated, 0);
      remark(`${counted(shown.length, 'layer')}, ${bytesText(disk)} on the disk`);
    } finally {
      folder.close();
    }
  });
}
