import type { App } from 'cdk8s/lib/app.js';
import type { Chart } from 'cdk8s/lib/chart.js';
import type { OwnLaw } from '#laws/law.js';
import { Laws } from './laws.js';

/** What else an App is held to. */
export interface Holding {
  /** Laws of one's own, beside those of Cheomseong. */
  readonly laws?: readonly OwnLaw[];
  /** Charts of one's own that no law looks into, such as one that holds Secrets whose values are put in later. */
  readonly except?: readonly Chart[];
}

/**
 * Holds an App to the laws whenever it is synthesized, by `app.synth()` or by `cdk8s synth`: over its Applications, and over what all else in
 * it has to do with them. What breaks a law is told in cdk8s's own error, one line for each fault, and nothing is written.
 *
 * Charts of others keep their kinds, names and fields. They are asked three things: that no two objects are one in the cluster, that
 * nothing secret is in them, and which Services they hold, for these count as declared, as they are. What a chart that is none of ours says
 * of Prometheus is its own affair.
 *
 * An Application holds its App by itself; say more by calling this, before or after, as often as there is more to say.
 */
export const hold = (app: App, { laws = [], except = [] }: Holding = {}): void => {
  const held = app.node.tryFindChild(Laws.id);
  const court = held instanceof Laws ? held : new Laws(app);
  court.enter(laws, except);
};
