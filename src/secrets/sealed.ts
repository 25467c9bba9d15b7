import type { NeededSecret } from './needed.js';

/** Whether a Secret is sealed where its cluster keeps sealed ones: not what somebody else makes. */
export const isSealed = ({ declaration }: NeededSecret): boolean => declaration?.madeBy === undefined;

/** The file of a sealed Secret in its folder: `SealedSecret.shop.shop-slack.yaml`. */
export const sealedFile = ({ namespace, name }: Pick<NeededSecret, 'namespace' | 'name'>): string =>
  `SealedSecret.${namespace}.${name}.yaml`;
