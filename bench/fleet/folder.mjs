import { copyProduct, linkPackages, writeFiles } from '../product.mjs';
import { fleetOf } from './estate.mjs';

/**
 * Writes an estate of so many applications into a folder, with a copy of the product beside it, whose synthesis is then called in that folder
 * as in the product's own. The packages are those of the product, by a link.
 */
export const writeFleet = (folder, count) => {
  copyProduct(folder);
  linkPackages(folder);
  writeFiles(folder, fleetOf(count));
};
