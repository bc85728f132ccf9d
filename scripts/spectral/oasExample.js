import { oas } from '@stoplight/spectral-rulesets';

// Spectral's own check of an example against its schema, which a rule of ours can only use by this name.
export default oas.rules['oas3-valid-media-example'].then.function;
