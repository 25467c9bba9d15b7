import { inLanguage } from '#ground/language.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import { type Application, alertsOf } from '#application/application.js';

/** Something that breaks on a host: what an alert watches, as in the first case in which its proof has the alert fire. */
export interface Fault {
  readonly alert: string;
  /** Labels of the series where they are scraped, in the place of those that the proof made up. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Who must be told: the secret file with the URL that is posted to, such as `shop-slack/url`, or an address of e-mail. */
  readonly told: readonly string[];
}

/** The alert that must fire. */
export const ruleOf = (application: Application, { alert }: Fault): AlertRule => {
  const rule = alertsOf(application).find(({ name }) => name === alert);
  if (!rule) throw new Error(`application ${application.name} has no alert ${alert}`);
  return rule;
};

/** What it must say, in the language of the application. */
export const summaryOf = (application: Application, fault: Fault): string => {
  const [firing] = ruleOf(application, fault).scenarios().fires;
  if (!firing) throw new Error(`alert ${fault.alert} has no proof`);
  const [{ labels, texts }] = firing.tells;
  return Object.entries(fault.labels ?? {}).reduce(
    (summary, [label, value]) => summary.replaceAll(labels[label] ?? value, value),
    inLanguage(texts, application.language)['summary'] ?? '',
  );
};

/** What everybody must be told of the faults, in the form of a story. */
export const expected = (application: Application, faults: readonly Fault[]): readonly string[] =>
  faults.flatMap((fault) => fault.told.map((to) => `${to}: ${summaryOf(application, fault)}`)).sort();
