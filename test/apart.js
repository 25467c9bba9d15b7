/**
 * Test files that stay suites of their own when all are run, by how their paths below test/ begin, and in the order in which they start:
 * those that wait long for programs, so that others run beside them, those that import what they have written, and those that ask what
 * else was made in their process.
 */
export const apart = [
  'alerts/overridden',
  // What it has made, the pages of the preview find.
  'preview/data/data.',
  'journey/',
  'docs/snippets',
  'review/git.',
  'newcomer/newcomer',
  'proof/bakery',
  'proof/estate/',
  'preview/browser.',
  'docs/walk',
  'routing/limits',
  'incidents/targets-gone',
  'hosts/running.',
  'alerts/slo/proof',
  'instrumentation/f',
  'instrumentation/go/runs',
  'rehearsal/',
  'browser/dashboard.',
  'browser/panel/gallery.',
  'browser/vision.',
  // What pages are made of is loaded as ECMAScript modules alone.
  'browser/frame/',
  'browser/dashboard/href',
  'browser/dashboard/frames',
  'browser/dashboard/range',
  'browser/dashboard/steps',
  'browser/dashboard/variable',
  'browser/rehearsal.',
  'servers/',
  'imports/re2.',
  'synth/refused',
  'synth/kept.',
  'synth/watch.',
  'bench/',
  'alerts/stored',
  'package/',
  'synth/killed',
  'outside/',
  'catalog/written',
];
