import type { TextUpdate } from '../../engine/engine.ts';

/** What clients call a name and a description: as this version of the API does, or as later ones do. */
interface Spellings {
  readonly display_name?: string | null | undefined;
  readonly display_description?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly description?: string | null | undefined;
}

/** Null is a value here, and clears the text: only what is left out falls back. */
export const textsOf = ({ display_name, display_description, name, description }: Spellings): TextUpdate => ({
  name: display_name === undefined ? name : display_name,
  description: display_description === undefined ? description : display_description,
});
