import type { AlertRule } from '#alerts/rule/rule.js';

/** Whether an application has an alert of this name, which tells of something else. */
export const isTaken = (name: string, alerts: readonly AlertRule[]): boolean =>
  alerts.some((each) => each.name === name);

/** A name of Kubernetes in the name of an alert: of `shop-prod` it is `ShopProd`. */
export const inPascalCase = (name: string): string =>
  name.replace(/(?:^|-)([a-z0-9])/g, (_, first: string) => first.toUpperCase());
