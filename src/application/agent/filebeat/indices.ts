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
    // A day and a number follow the stream's name: another stream's name may go on instead.
    pattern: new RegExp(`\\.ds-(${streams.join('|')})-\\d+\\.\\d+\\.\\d+-\\d+`),
    names: [nameOf(first), ...others.map(nameOf)],
  };
};
