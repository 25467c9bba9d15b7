import type { Application } from '#application/application.js';
import type { Cluster } from '#cluster/cluster.js';
import { namespaceOf } from '#cluster/namespace.js';
import { remembered } from '#ground/remembered.js';
import type { Made } from '#delivery/part.js';
import { crdsChartOf } from '#platform/crds.js';
import type { Delivered } from '#cluster/control.js';

/** By what sort of source something is delivered, and when. */
export type Form = 'crds' | 'namespaces' | 'secrets' | 'platform' | 'stack' | 'applications';

/**
 * Whose rights an Application has: those of applications, which bring what lies in their own namespaces, or those of the platform, which brings
 * what holds for the whole cluster.
 */
export type Right = 'applications' | 'platform';

export const rightOf = (form: Form): Right => (form === 'applications' ? form : 'platform');

/** The AppProject that gives it. */
export const projectOf = (project: string, right: Right): string =>
  right === 'applications' ? project : `${project}-platform`;

/** What tells one Application from another of its form. */
export interface Facts {
  /** What the ArgoCD of the cluster calls its projects, and what the names of all Applications begin with. */
  readonly project: string;
  readonly repository: string;
  readonly revision: string;
  /** The Helm repository. */
  readonly charts: string;
  /** Of the cluster. */
  readonly cluster: string;
  /** What is delivered: the folder's name, or the chart's. */
  readonly name: string;
  readonly server: string;
  /** Into which it is delivered where an object names none. */
  readonly namespace: string;
  /** The folder in the repository; of a chart that which has its values. */
  readonly path: string;
  /** Of a chart, and the release's name; empty where it is a folder. */
  readonly version: string;
  readonly release: string;
}

/** What one Application delivers. */
export interface Delivery {
  readonly form: Form;
  readonly facts: Facts;
}

const applicationsByName = remembered(
  (applications: Cluster['applications']) => new Map(applications.map((each) => [each.name, each])),
);

/** The application of a folder of the cluster; none where it is of something else. */
const applicationIn = ({ applications }: Cluster, folder: string): Application | undefined =>
  applicationsByName(applications).get(folder);

/** By what a folder of the cluster is delivered. */
export const folderForm = (cluster: Cluster, folder: string): Form => {
  if (folder === 'namespaces' || folder === 'secrets') return folder;
  return applicationIn(cluster, folder) ? 'applications' : 'platform';
};

/** Every folder of the cluster that holds objects; Secrets that are sealed lie in a folder that somebody else writes. */
const foldersOf = (cluster: Delivered, made: Made): readonly (readonly [string, string])[] => {
  const { argocd, name, secrets } = cluster;
  const held = [...new Set(made.objects(cluster).map(({ application }) => application))].map(
    (folder) => [folder, `${argocd.path}/${name}/${folder}`] as const,
  );
  return secrets.by === 'sealed-secrets'
    ? [...held.filter(([folder]) => folder !== 'secrets'), ['secrets', secrets.folder]]
    : held;
};

/** All that is delivered to a cluster: its folders, and the charts of its platform. */
export const deliveriesTo = (cluster: Delivered, made: Made): readonly Delivery[] => {
  const { name, argocd, platform } = cluster;
  const { project, repository, revision, charts: helm } = argocd;
  const common = {
    ...{ project, repository, revision, charts: helm },
    ...{ cluster: name, server: argocd.server, namespace: platform.namespace },
    ...{ path: `${argocd.path}/${name}/platform`, version: '', release: '' },
  };
  const crds = argocd.crds ?? crdsChartOf(platform.versions.operator);
  const charts: readonly Delivery[] = [
    ...(crds === undefined
      ? []
      : [
          {
            form: 'crds',
            facts: {
              ...common,
              name: 'prometheus-operator-crds',
              version: crds,
              release: 'prometheus-operator-crds',
            },
          } as const,
        ]),
    {
      form: 'stack',
      facts: {
        ...common,
        ...{ name: 'kube-prometheus-stack', version: platform.chart, release: platform.release },
      },
    },
  ];
  return [
    ...(cluster.deliversPlatform ? charts : []),
    ...foldersOf(cluster, made).map(([folder, path]): Delivery => {
      const application = applicationIn(cluster, folder);
      const namespace = application && namespaceOf(application);
      const facts = { ...common, name: folder, path, ...(namespace && { namespace }) };
      return { form: folderForm(cluster, folder), facts };
    }),
  ];
};
