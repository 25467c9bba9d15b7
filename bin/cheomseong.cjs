#!/usr/bin/env node
// The command: `cheomseong VERB …`. Node starts a script sooner than a module; what a synthesis needs that cannot be answered at once, and all
// other words, main.mjs loads.
'use strict';
const { settingOf } = require('./setting.cjs');
const { answered } = require('./unchanged.cjs');

const typed = process.cwd();
const { root } = settingOf();
const [verb, ...words] = process.argv.slice(2);
process.chdir(root);
if (verb !== 'synth' || !answered(words)) {
  process.chdir(typed);
  import('./main.mjs');
}
