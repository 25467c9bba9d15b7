import { atField } from '#ground/field.js';
import type { Rendered } from '#imports/render.js';
import { repeated } from '#ground/repeated.js';
import type { Law } from './law.js';
import { across, orNothing } from './apart.js';

/** What goes into whichever namespace is chosen when it is applied is compared within its chart alone. */
const identity = ({ application, manifest: { apiVersion, kind, metadata } }: Rendered): string =>
  `${apiVersion} ${kind} ${metadata.namespace ?? `of ${application}`}/${metadata.name}`;

/** Two objects of one kind, namespace and name are one object in the cluster: the later sync wins. */
export const uniqueObjects: Law = across({
  summary: ({ objects, others = [] }) => {
    const told = (all: readonly Rendered[]) =>
      all.map((each) => ({
        is: identity(each),
        ...{ file: each.file, path: each.path },
        ...{ kind: each.manifest.kind, name: each.manifest.metadata.name },
      }));
    return { own: told(objects), others: told(others) };
  },
  judge: (all) =>
    repeated([...all.flatMap(({ others }) => others), ...all.flatMap(({ own }) => own)], ({ is }) => is)
      // Within one application they would be one file, which is refused before it comes to this.
      .filter(([first, again]) => first.file !== again.file)
      .map(([first, { path, kind, name }]) => ({
        where: atField(path, 'metadata.name'),
        what: name,
        code: 'name-twice',
        why: `${first.path} is a ${kind} of this name in this namespace too`,
        cure: 'give one of the two another name',
      })),
});

/**
 * What two rules record under one name cannot be told apart: it is a mixture of both. Of rules that were written elsewhere it is only told:
 * they may select other series each.
 */
export const uniqueRecords: Law = across({
  summary: ({ applications }) =>
    orNothing(
      applications.flatMap(({ name, groups }) =>
        groups.flatMap((group) =>
          group.records.map(({ record, labels = {}, imported }) => ({
            ...{ name, record, isImported: imported !== undefined },
            // What a rule labels otherwise are other series.
            series: JSON.stringify([record, Object.entries(labels).sort()]),
          })),
        ),
      ),
    ),
  judge: (all) =>
    repeated(all.flat(), ({ series }) => series).map(([first, { name, record, isImported }]) => ({
      where: `${name}/rules`,
      what: record,
      code: 'name-twice',
      why:
        first.name === name
          ? 'two rules record this name, and their samples mix'
          : `${first.name} records this name too, and their samples mix`,
      cure: 'give one of the two a metric part of its own',
      ...(isImported && first.isImported && { isHint: true as const }),
    })),
});
