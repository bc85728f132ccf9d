/** A kind of storage that volumes may be made of. */
export interface VolumeType {
  /** UUID. */
  readonly id: string;
  readonly name: string;
}

/** The types that section 2.3.3.1 of os-bs-2011 shows. A volume that asks for none has the first. */
export const defaultVolumeTypes: readonly [VolumeType, ...VolumeType[]] = [
  { id: '02d1ab86-e479-11e0-98ab-c7be696d5830', name: 'NFS' },
  { id: '35e1c8d2-e477-11e0-93ed-4f2505dfa32e', name: 'SSD' },
];
