import { apart } from './apart.js';

/** Has those files begin first that take long, so that none of them is left alone at the end. */
export default class Sequence {
  sort(tests) {
    const place = ({ path }) => {
      const found = apart.findIndex((beginning) => path.includes(`/test/${beginning}`));
      return found < 0 ? apart.length : found;
    };
    return tests.toSorted((a, b) => place(a) - place(b));
  }

  /** How long each took is not kept: their order is. */
  cacheResults() {}
}
