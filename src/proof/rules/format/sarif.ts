import { type Told, titleOf } from '#proof/rules/report.js';
import { sentenceOf } from '#proof/rules/sentence.js';
import { fingerprintOf } from './fingerprint.js';

const ruleId = ({ kind }: Told): string => kind.replaceAll(/[^a-z]+/g, '-');

/** SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html: a result for each thing that is told, at its line. */
export const sarifText = (told: readonly Told[]): string => {
  const rules = new Map(told.map((each) => [ruleId(each), each.kind]));
  return `${JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'cheomseong prove',
              rules: [...rules].map(([id, text]) => ({ id, shortDescription: { text } })),
            },
          },
          results: told.map((each) => ({
            ruleId: ruleId(each),
            level: each.weight === 'wrong' ? 'error' : 'warning',
            message: { text: `${titleOf(each)}: ${sentenceOf(each)}` },
            partialFingerprints: { 'told/v1': fingerprintOf(each) },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: each.place.file },
                  region: { startLine: each.place.line },
                },
              },
            ],
          })),
        },
      ],
    },
    null,
    2,
  )}\n`;
};
