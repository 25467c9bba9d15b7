'use strict';
const { renameSync, writeFileSync } = require('node:fs');

/** Written beside and renamed: whoever reads the file meanwhile, reads it whole. */
exports.replace = (file, content) => {
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, content);
  renameSync(fresh, file);
};
