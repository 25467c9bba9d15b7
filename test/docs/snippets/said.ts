import { join } from 'node:path';
import { group } from '#alerts/rule/group.js';
import { isAlert } from '#alerts/rule/made.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import type { Application } from '#application/application.js';
import type { Host } from '#application/host/host.js';
import { isObject } from '#ground/field.js';
import { type Placed, alertsOf, placedIn } from '#proof/prove-estate.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { synthesize } from '#synth/synthesize.js';

/** What the files of a page export. */
export interface Said {
  readonly applications: readonly Application[];
  readonly hosts: readonly Host[];
  /** Every alert of an application, and those that are exported and in none. */
  readonly placed: readonly Placed[];
}

const isApplication = (value: unknown): value is Application =>
  isObject(value) && ['name', 'groups', 'routing', 'scrapes'].every((key) => key in value);
const isHost = (value: unknown): value is Host => isObject(value) && 'described' in value;
const isRule = (value: unknown): value is AlertRule => isAlert(value);

/** Alerts of what is exported: one alone, or a pack of them. */
const alertsIn = (value: unknown): readonly AlertRule[] => {
  if (isRule(value)) return [value];
  const parts = isObject(value) ? Object.values(value) : [];
  return parts.length > 0 && parts.every(isRule) ? parts.filter(isRule) : [];
};

/** Imports files of a page, and reads what they export. */
export const saidBy = async (folder: string, files: readonly string[]): Promise<Said> => {
  const values: unknown[] = [];
  for (const file of files) {
    const exported: object = await import(join(folder, file));
    values.push(...Object.values(exported));
  }
  const estates = values.filter(isObject);
  const inEstates = estates.flatMap(({ applications, hosts }) => [applications, hosts]).flat();
  const all = [...new Set([...values, ...inEstates])];
  const applications = all.filter(isApplication);
  const taken = new Set(alertsOf(applications).map(({ alert }) => alert.made));
  const loose = all.flatMap(alertsIn).filter(({ made }) => !taken.has(made));
  const alone = [...new Set(loose)].map((alert) =>
    group(alert.name, { interval: '30s', packs: [{ alert }] }),
  );
  return {
    applications,
    hosts: all.filter(isHost),
    placed: [
      ...alertsOf(applications),
      ...placedIn(alone, { application: 'shop', namespace: 'shop', language: 'en' }),
    ],
  };
};

/** The files that synthesis would write of it, by their paths below `dist/`; it throws on what breaks a law. */
export const synthesized = ({ applications, hosts }: Said): ReadonlyMap<string, string> => {
  const { charts, files, laws } = synthesisOf(applications, hosts);
  return new Map([...synthesize(charts, laws), ...files]);
};
