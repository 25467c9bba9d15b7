import type { FilebeatInput, FilebeatSpec } from './configuration.js';

const streamOf = ({ service }: FilebeatInput): string => `logs-${service}-default`;

/** The indices in which Elasticsearch keeps what Filebeat sends, as alerts on them want to know: those behind its data streams. */
export const indicesOf = ({
  inputs,
}: Pick<FilebeatSpec, 'inputs'>): {
  readonly pattern: RegExp;
  /** What some are called. */
  readonly names: readonly [string, ...string[]];
} => {
  const nameOf = (input: FilebeatInput): string => `.ds-${streamOf(input)}-2026.01.31-000001`;
  const [first, ...others] = inputs;
  const streams = inputs.map((input) => streamOf(input).replaceAll('.', '\\.'));
  return {
    pattern: new RegExp(`\\.ds-(${streams.join('|')})-.+`),
    names: [nameOf(first), ...others.map(nameOf)],
  };
};
