import { type Fault, refuse } from '#ground/fault.js';
import { saidIn, languages } from '#ground/language.js';
import { proofFaults } from '#alerts/rule/fault/proof.js';
import type { RuleFacts, Scenarios, Told } from '#alerts/rule/rule.js';
import type { Annotations } from '#alerts/rule/says.js';
import { provenBy, standingOf } from '#alerts/scenario/standing.js';
import type { ImportedProof, ProofAsWritten, ToldAsWritten } from './proof.js';

/** Labels of series, as templates name them. */
const label = /\{\{-?\s*(?:\$labels\.([a-zA-Z_]\w*)|index \$labels "([^"]*)")\s*-?\}\}/g;

/** A text with the labels that it names; Prometheus writes nothing for one that is not there. */
const withLabels = (text: string, labels: Readonly<Record<string, string>>): string =>
  text.replace(
    label,
    (_, named: string | undefined, indexed: string | undefined) => labels[named ?? indexed ?? ''] ?? '',
  );

/** What annotations read where these labels fire: what is more than labels must have been rendered by Prometheus. */
const readIn = (annotations: Annotations, { labels, reads = {} }: ToldAsWritten): Annotations =>
  Object.fromEntries(
    Object.entries(annotations).map(([name, text]) => [name, reads[name] ?? withLabels(text, labels)]),
  );

const told = (annotations: Annotations, alert: ToldAsWritten): Told => {
  const read = readIn(annotations, alert);
  return { labels: alert.labels, texts: saidIn(languages, () => read) };
};

/** Templates whose rendering no scenario says, and renderings of what is no annotation. */
const readFaults = (annotations: Annotations, { fires }: ProofAsWritten): readonly Fault[] =>
  fires
    .flatMap(({ also = [], ...first }) => [first, ...also])
    .flatMap((alert): readonly Fault[] => [
      ...Object.entries(readIn(annotations, alert))
        .filter(([name, text]) => alert.reads?.[name] === undefined && text.includes('{{'))
        .map(([name, text]) => ({
          where: 'proof',
          what: text,
          code: 'template-not-rendered' as const,
          why: `its annotation ${name} is filled in by a template, and no scenario says what it then reads`,
          cure: `give what Prometheus renders: reads: { ${name}: '…' }`,
        })),
      ...Object.keys(alert.reads ?? {})
        .filter((name) => annotations[name] === undefined)
        .map((name) => ({
          where: 'proof',
          what: name,
          code: 'no-such-field' as const,
          why: `it has no annotation ${name}`,
          cure: 'leave it out',
        })),
    ]);

/**
 * What an alert is proven by that was written elsewhere.
 *
 * @throws Error on scenarios that prove nothing: see `proofFaults`; and on templates whose rendering no scenario says.
 */
export const importedScenarios = (
  rule: RuleFacts,
  annotations: Annotations,
  proof: ImportedProof,
): Scenarios => {
  const written = provenBy<ProofAsWritten>(proof);
  if (!written) return { fires: [], quiet: [], ...standingOf(proof) };
  const scenarios: Scenarios = {
    fires: written.fires.map(({ labels, reads, also = [], ...firing }) => ({
      ...firing,
      tells: [
        told(annotations, { labels, ...(reads && { reads }) }),
        ...also.map((each) => told(annotations, each)),
      ],
    })),
    quiet: written.quiet,
    ...standingOf(proof),
  };
  refuse(`alert ${rule.name}`, [...proofFaults(rule, scenarios), ...readFaults(annotations, written)]);
  return scenarios;
};
