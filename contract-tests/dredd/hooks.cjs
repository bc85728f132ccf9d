// Dredd loads hook files with `require` and puts its own `hooks` in; everything else is TypeScript.
const hooks = require('hooks');
const { register } = require('./hooks.ts');

register(hooks);
