import { Construct } from 'constructs';
import { type PrometheusGroup, prometheusGroup } from '../alerts/rule/prometheus.js';
import { type Application, ruleContext } from '../application/application.js';
import { PrometheusRule } from '../imports/prometheus-rule.js';

/** The operator refuses an object of more: it becomes a ConfigMap of at most half the size that etcd takes. */
const mostBytes = 512 * 1024;

/** PrometheusRules of an application's groups: one, or several when one would be too large. */
export class Rules extends Construct {
  constructor(scope: Construct, id: string, application: Application) {
    super(scope, id);
    const groups = application.groups.map((group) => prometheusGroup(group, ruleContext(application)));
    split(groups, mostBytes).forEach((part, i) => {
      const name = i === 0 ? application.name : `${application.name}-${i + 1}`;
      new PrometheusRule(this, name, { metadata: { name }, spec: { groups: part } });
    });
  }
}

const size = (group: PrometheusGroup): number => Buffer.byteLength(JSON.stringify(group));

/**
 * Groups in order, in as few parts as hold them.
 *
 * @throws Error on a group that is too large by itself.
 */
export const split = (groups: readonly PrometheusGroup[], most: number): readonly (readonly PrometheusGroup[])[] =>
  groups.reduce<readonly (readonly PrometheusGroup[])[]>((parts, group) => {
    if (size(group) > most) {
      throw new Error(`rule group ${group.name}: ${size(group)} bytes are more than the ${most} of a PrometheusRule; make two groups of it`);
    }
    const last = parts.at(-1) ?? [];
    const full = [...last, group].reduce((bytes, each) => bytes + size(each), 0) > most;
    return full ? [...parts, [group]] : [...parts.slice(0, -1), [...last, group]];
  }, []);
