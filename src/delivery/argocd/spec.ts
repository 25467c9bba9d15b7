import type { Ignored } from '#cluster/argocd.js';
import { type Facts, type Form, projectOf, rightOf } from './delivery.js';
import { compared, ignoring, neverPruned, syncPolicy, takesAlong } from './sync.js';
import { inWave, type Wave } from './wave.js';

/** Files of manifests begin with the kind, `ServiceMonitor.shop.yaml`: values and pages beside them are none. */
const manifests = { include: '[A-Z]*.yaml' };

/** A folder of manifests in the repository. */
export const folderSource = ({
  repository,
  revision,
  path,
}: Pick<Facts, 'repository' | 'revision' | 'path'>) => ({
  repoURL: repository,
  targetRevision: revision,
  path,
  directory: manifests,
});

/** The CRDs are deleted by nobody but a person: with one go all objects of its kind in the whole cluster. */
const crdsSource = ({ charts, version, release }: Facts) => ({
  repoURL: charts,
  chart: 'prometheus-operator-crds',
  targetRevision: version,
  helm: {
    releaseName: release,
    valuesObject: {
      crds: { annotations: { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' } },
    },
  },
});

/** The chart with the values that stand in the repository. Its CRDs come before it, and its tests are for `helm test`. */
const stackSources = ({ repository, revision, charts, path, version, release }: Facts) => [
  {
    repoURL: charts,
    chart: 'kube-prometheus-stack',
    targetRevision: version,
    helm: {
      releaseName: release,
      valueFiles: [`$values/${path}/values.yaml`],
      skipCrds: true,
      skipTests: true,
    },
  },
  { repoURL: repository, targetRevision: revision, ref: 'values' },
];

const sourcesOf = (form: Form, facts: Facts) => {
  if (form === 'stack') return { sources: stackSources(facts) };
  return { source: form === 'crds' ? crdsSource(facts) : folderSource(facts) };
};

const waveOf = (form: Form): Wave => (form === 'stack' ? 'platform' : form);

/** Only applications take along what they delivered: without the rest nothing is watched, and what was recorded may be lost. */
export const takesAlongWhatIsOf = (form: Form): boolean => form === 'applications';

/** The annotations by which the root delivers what stands for a form. */
export const deliveredAs = (form: Form): Readonly<Record<string, string>> => ({
  ...inWave(waveOf(form)),
  ...(!takesAlongWhatIsOf(form) && neverPruned),
});

/** The name of an Application, which stays what it is when other clusters are added. */
export const applicationName = ({
  project,
  cluster,
  name,
}: Pick<Facts, 'project' | 'cluster' | 'name'>): string => `${project}-${cluster}-${name}`;

/** What an Application of a form is, of facts or of the placeholders for them. */
export const applicationOf = (form: Form, ignores: readonly Ignored[], facts: Facts) => ({
  metadata: {
    name: applicationName(facts),
    annotations: compared,
    ...(takesAlongWhatIsOf(form) && { finalizers: [takesAlong] }),
  },
  spec: {
    project: projectOf(facts.project, rightOf(form)),
    ...sourcesOf(form, facts),
    destination: { server: facts.server, namespace: facts.namespace },
    syncPolicy: syncPolicy(ignores),
    ...ignoring(ignores),
  },
});
