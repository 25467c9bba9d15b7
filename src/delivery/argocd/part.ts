import { Chart } from 'cdk8s/lib/chart.js';
import type { Construct } from 'constructs';
import type { Made, Part } from '#delivery/part.js';
import { AppProject } from '#imports/argocd/app-project.js';
import { ApplicationSet } from '#imports/argocd/application-set.js';
import { ArgoCDApplication } from '#imports/argocd/application.js';
import { type Control, controlsOf } from '#cluster/control.js';
import { type Delivery, deliveriesTo, projectOf, rightOf } from './delivery.js';
import { projectSpec } from './project.js';
import { root, rootName, rootProjectSpec } from './root.js';
import { applicationSetSpec } from './set.js';
import { applicationOf, deliveredAs } from './spec.js';

import { inWave } from './wave.js';

const folder = 'argocd';

/** An Application for each of what is delivered to a single cluster. */
const applications = (scope: Construct, { home }: Control, deliveries: readonly Delivery[]): void => {
  const { namespace, ignores } = home.argocd;
  for (const { form, facts } of deliveries) {
    const { metadata, spec } = applicationOf(form, ignores, facts);
    const annotations = { ...metadata.annotations, ...deliveredAs(form) };
    new ArgoCDApplication(scope, `application-${facts.name}`, {
      metadata: { ...metadata, namespace, annotations },
      spec,
    });
  }
};

/** An ApplicationSet for each form of what is delivered to several. */
const applicationSets = (
  scope: Construct,
  { home, clusters }: Control,
  deliveries: readonly Delivery[],
): void => {
  const { namespace, project } = home.argocd;
  const ignores = [
    ...new Map(
      clusters.flatMap(({ argocd }) => argocd.ignores).map((each) => [JSON.stringify(each), each]),
    ).values(),
  ];
  for (const form of new Set(deliveries.map((each) => each.form)))
    new ApplicationSet(scope, `application-set-${form}`, {
      metadata: { name: `${project}-${form}`, namespace, annotations: deliveredAs(form) },
      spec: applicationSetSpec(
        form,
        ignores,
        deliveries.filter((each) => each.form === form),
      ),
    });
};

const argocdChart = (scope: Chart, control: Control, deliveries: readonly Delivery[], made: Made): void => {
  const { home, clusters } = control;
  const { namespace, project } = home.argocd;
  const isAlone = clusters.length === 1;
  const annotations = { ...inWave('project'), 'argocd.argoproj.io/sync-options': 'Prune=false' };
  new AppProject(scope, 'root-project', {
    metadata: { name: rootName(home), namespace, annotations },
    spec: rootProjectSpec(home, isAlone ? 'Application' : 'ApplicationSet'),
  });
  new ArgoCDApplication(scope, 'root', root(home));
  for (const right of new Set(deliveries.map(({ form }) => rightOf(form))))
    new AppProject(scope, `project-${right}`, {
      metadata: { name: projectOf(project, right), namespace, annotations },
      spec: projectSpec(control, made, right, deliveries),
    });
  (isAlone ? applications : applicationSets)(scope, control, deliveries);
};

/**
 * How ArgoCD delivers: what is made by hand once, `Application.<project>-root.yaml` with its AppProject, and what it finds from there. In the folder of
 * the cluster in which ArgoCD runs; other clusters that it delivers to have none.
 */
export const argocdPart: Part = {
  folder,
  chart: (app, cluster, made) => {
    const control = controlsOf(made.clusters).find(({ home }) => home.name === cluster.name);
    const deliveries = control?.clusters.flatMap((each) => deliveriesTo(each, made)) ?? [];
    if (control === undefined || deliveries.length === 0) return undefined;
    const chart = new Chart(app, folder, { disableResourceNameHashes: true });
    argocdChart(chart, control, deliveries, made);
    return chart;
  },
};
