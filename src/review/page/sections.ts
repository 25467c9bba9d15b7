import type { Finding, Kind } from '#review/compare/finding.js';

/** A part of the page. */
export interface Section {
  readonly title: string;
  readonly findings: readonly Finding[];
}

const titles: readonly (readonly [title: string, ...kinds: readonly Kind[]])[] = [
  ['Who is told', 'unpaged', 'untold', 'told-elsewhere', 'told-too'],
  ['Alerts that are gone, renamed or new', 'removed', 'renamed', 'added'],
  ['When they fire', 'severity', 'condition', 'held-back'],
  ['Proofs', 'proof'],
  ['Objectives', 'objective', 'recorded'],
  ['Secrets', 'secret'],
  ['Dashboards', 'dashboard'],
  ['What is scraped', 'scrape'],
  ['What is removed', 'pruned'],
  ['Cost', 'cost'],
  ['Only texts', 'texts'],
  ['Files', 'object'],
];

/** Findings as the page has them: by what they are about, that with the worst first. */
export const sectionsOf = (findings: readonly Finding[]): readonly Section[] =>
  titles
    .map(([title, ...kinds]) => ({ title, findings: findings.filter(({ kind }) => kinds.includes(kind)) }))
    .filter((section) => section.findings.length > 0);
