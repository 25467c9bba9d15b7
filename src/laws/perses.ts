import { leftByPerses } from '#dashboards/perses/dashboard.js';
import { isOfGrafana } from '#dashboards/form.js';
import { atField, isObject } from '#ground/field.js';
import { below } from '#ground/fault.js';
import { textAt } from '#ground/json.js';
import { repeated } from '#ground/repeated.js';
import type { Judged, Law } from './law.js';
import { type Read, readBySidecar } from './sidecar.js';
import { across, inEach } from './apart.js';

/** What Perses has no word for is told: its reader sees less there than in Grafana. */
export const nothingIsLeftByPersesUntold: Law = inEach(({ applications }) =>
  applications
    .filter(({ dashboardsAs }) => !dashboardsAs.every(isOfGrafana))
    .flatMap(({ name, dashboards }) =>
      dashboards.flatMap((dashboard) =>
        below(`${name}/dashboards/${dashboard.uid}`, leftByPerses(dashboard)),
      ),
    ),
);

const identityOf = ({ text }: Read): string | undefined => {
  try {
    const model: unknown = JSON.parse(String(text));
    const [kind, name, project] = [
      textAt(model, 'kind'),
      textAt(model, 'metadata', 'name'),
      textAt(model, 'metadata', 'project') ?? '',
    ];
    return isObject(model) && kind !== undefined && name !== undefined
      ? `${kind} ${project}/${name}`
      : undefined;
  } catch {
    return undefined;
  }
};

/** By what its sidecar finds what it reads. */
const persesLabel = { label: 'perses.dev/resource', value: 'true' };

/** A project of Perses has one dashboard and one data source of a name, and its sidecar writes all keys into one folder. */
export const uniquePersesResources: Law = across({
  summary: ({ objects, others = [] }) => {
    const told = (all: Judged['objects']) =>
      readBySidecar(all, persesLabel).map((each) => {
        const is = identityOf(each);
        return { path: each.object.path, key: each.key, ...(is !== undefined && { is }) };
      });
    const [own, foreign] = [told(objects), told(others)];
    return own.length + foreign.length === 0 ? undefined : { own, foreign };
  },
  judge: (all) => {
    const read = [...all.flatMap(({ foreign }) => foreign), ...all.flatMap(({ own }) => own)];
    const named = repeated(read, ({ is, path, key }) => is ?? `${path} ${key}`);
    const filed = repeated(read, ({ key }) => key).filter(([first, again]) => first.is !== again.is);
    return [...named, ...filed].map(([first, { path, key, is = key }]) => ({
      where: atField(path, `data["${key}"]`),
      what: is,
      code: 'name-twice',
      why: `${first.path} writes this into Perses too, which keeps one of the two`,
      cure: 'give one of the two another name, or another project',
    }));
  },
});
