import { atField } from '#ground/field.js';
import type { Rendered } from '#imports/render.js';
import { repeated } from '#ground/repeated.js';
import type { Law } from './law.js';

/** What goes into whichever namespace is chosen when it is applied is compared within its chart alone. */
const identity = ({ application, manifest: { apiVersion, kind, metadata } }: Rendered): string =>
  `${apiVersion} ${kind} ${metadata.namespace ?? `of ${application}`}/${metadata.name}`;

/** Two objects of one kind, namespace and name are one object in the cluster: the later sync wins. */
export const uniqueObjects: Law = ({ objects, others = [] }) =>
  repeated([...others, ...objects], identity)
    // Within one application they would be one file, which is refused before it comes to this.
    .filter(([first, again]) => first.file !== again.file)
    .map(([first, { path, manifest }]) => ({
      where: atField(path, 'metadata.name'),
      what: manifest.metadata.name,
      code: 'name-twice',
      why: `${first.path} is a ${manifest.kind} of this name in this namespace too`,
      cure: 'give one of the two another name',
    }));

/**
 * What two rules record under one name cannot be told apart: it is a mixture of both. Of rules that were written elsewhere it is only told:
 * they may select other series each.
 */
export const uniqueRecords: Law = ({ applications }) => {
  const records = applications.flatMap(({ name, groups }) =>
    groups.flatMap((group) =>
      group.records.map(({ record, labels = {}, imported = false }) => ({ name, record, labels, imported })),
    ),
  );
  // What a rule labels otherwise are other series.
  return repeated(records, ({ record, labels }) =>
    JSON.stringify([record, Object.entries(labels).sort()]),
  ).map(([first, { name, record, imported }]) => ({
    where: `${name}/rules`,
    what: record,
    code: 'name-twice',
    why:
      first.name === name
        ? 'two rules record this name, and their samples mix'
        : `${first.name} records this name too, and their samples mix`,
    cure: 'give one of the two a metric part of its own',
    ...(imported && first.imported && { isHint: true as const }),
  }));
};
