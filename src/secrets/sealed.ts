import type { NeededSecret } from './needed.js';

/** The file of a sealed Secret in its folder: `SealedSecret.shop.shop-slack.yaml`. */
export const sealedFile = ({ namespace, name }: Pick<NeededSecret, 'namespace' | 'name'>): string =>
  `SealedSecret.${namespace}.${name}.yaml`;
