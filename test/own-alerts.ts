import { isOwn, type OwnRule } from '#alerts/rule/rule.js';
import { type Application, alertsOf } from '#application/application.js';

/** The alerts of an application that have a page of their own, which those of this repository all do. */
export const ownAlertsOf = (application: Application): readonly OwnRule[] =>
  alertsOf(application).filter(isOwn);
