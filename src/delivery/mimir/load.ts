import type { Cluster } from '#cluster/cluster.js';
import { literal } from '#promql/metric/match.js';
import type { Mimir } from '#platform/engine/mimir.js';
import { namespaceOf } from './rules.js';

/** A text as a shell reads it. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** Fills secrets into a configuration: each line that ends in one takes what its file holds, in quotes of YAML. */
const fill = [
  `filled="$(mktemp)"`,
  `trap 'rm -f "$filled"' EXIT`,
  `awk -v folder="\${SECRETS:?name the folder that holds a file <namespace>/<name>/<key> for each secret}" '`,
  `  match($0, /: secret:\\/\\/[^ ]+$/) {`,
  `    file = folder "/" substr($0, RSTART + 11)`,
  `    if ((getline value < file) < 1) { print "there is no secret in " file > "/dev/stderr"; exit 1 }`,
  `    close(file)`,
  `    gsub(/\\047/, "\\047\\047", value)`,
  `    print substr($0, 1, RSTART + 1) "\\047" value "\\047"`,
  `    next`,
  `  }`,
  `  { print }`,
  `' alertmanager.yaml >"$filled"`,
];

/** The script that loads into a tenant of Mimir what stands beside it. Who runs it has mimirtool, and shows who it is by its own variables. */
export const loadScript = (mimir: Mimir, { name }: Cluster): string => {
  const tenant = `--address=${quoted(mimir.url)} --id=${quoted(mimir.tenant)}`;
  return [
    '#!/bin/sh',
    `# Loads into tenant ${mimir.tenant} of Mimir what stands beside this file: by mimirtool, which reads MIMIR_API_USER and MIMIR_API_KEY, or MIMIR_AUTH_TOKEN.`,
    'set -eu',
    'cd "$(dirname "$0")"',
    ...(mimir.rulesBy === 'mimirtool'
      ? [
          '',
          `# Of the tenant the rules of this cluster alone: those that stand here no more are deleted there.`,
          `mimirtool rules sync ${tenant} --namespaces-regex=${quoted(`^${literal(namespaceOf(name, ''))}`)} --rule-dirs=rules`,
        ]
      : []),
    ...(mimir.alertmanager === 'mimirtool'
      ? ['', ...fill, `mimirtool alertmanager load "$filled" ${tenant}`]
      : []),
    '',
  ].join('\n');
};
