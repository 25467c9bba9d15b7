import { describe, expect, test } from '@jest/globals';
import { synthesized } from '#synth/synth.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { clinic } from './clinic-application.js';

const { charts, laws, pages } = synthesisOf({ applications: [clinic] });
const made = synthesized(charts, laws, '/tmp/clinic-nowhere', { pages });

describe('x', () => {
  test('y', () => {
    console.log(
      made.faults,
      made.hints,
      [...made.files.keys()],
      made.files.get('clinic/PrometheusRule.clinic.yaml'),
    );
    console.log(
      JSON.stringify(made.pages, null, 1),
      [...Object.values(pages)[0]!.values()].slice(0, 3).join('\n=====\n'),
    );
    expect(1).toBe(1);
  });
});
