import type { FluentBitSpec } from './fluent-bit/configuration.js';

/**
 * The streams that an agent sends to Loki, as LogQL selects them, `{namespace="shop"}`: all of them, or those of one namespace or
 * one app. It can name no label that the agent does not set, and no namespace that it does not read.
 */
export const streams = <N extends string>(
  { namespaces }: Pick<FluentBitSpec<N>, 'namespaces'>,
  only: { readonly namespace?: NoInfer<N>; readonly app?: string } = {},
): `{${string}}` => {
  const chosen = only.namespace === undefined ? namespaces : [only.namespace];
  const operator = chosen.length === 1 ? '=' : '=~';
  const app = only.app === undefined ? '' : `, app=${JSON.stringify(only.app)}`;
  return `{namespace${operator}${JSON.stringify(chosen.join('|'))}${app}}`;
};
