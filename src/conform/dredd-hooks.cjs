// Dredd loads hook files with `require` and puts its own `hooks` in; the rest is in dredd.ts, which waits here.
const hooks = require('hooks');

globalThis[Symbol.for('cinderblock.conform.hooks')](hooks);
