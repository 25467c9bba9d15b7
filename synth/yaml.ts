import { stringify } from 'yaml';
import type { Manifest } from './manifest.js';

/**
 * The text of a manifest: texts of several lines as literal blocks, nothing folded, quotes only where some parser of
 * Kubernetes (YAML 1.1 or 1.2) would read another value without them, no anchors.
 */
export const yamlOf = (manifest: Manifest): string =>
  stringify(manifest, {
    lineWidth: 0,
    blockQuote: 'literal',
    aliasDuplicateObjects: false,
    compat: 'yaml-1.1',
  });
