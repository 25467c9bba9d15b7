import type { Place } from '#proof/command/place.js';
import { type Failure, titleOf } from '#proof/command/report.js';
import { fingerprint } from './fingerprint.js';

/** SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html: a result for each scenario that came out otherwise. */
export const sarifText = (failures: readonly (Failure & { readonly place: Place })[]): string =>
  `${JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'cheomseong prove',
              rules: [{ id: 'proof', shortDescription: { text: 'An alert behaves as its proof says.' } }],
            },
          },
          results: failures.map((failure) => ({
            ruleId: 'proof',
            level: 'error',
            message: { text: `${titleOf(failure.proven)} ${failure.what}\n${failure.why}`.trim() },
            partialFingerprints: { 'scenario/v1': fingerprint(failure) },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: failure.place.path },
                  region: { startLine: failure.place.line },
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
