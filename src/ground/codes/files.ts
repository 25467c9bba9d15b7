import { theme } from './kind.js';

/** Files that others wrote, as they are. */
export const files = theme({
  'no-yaml': {
    is: 'A file that is no YAML',
    why: 'Whatever reads it refuses it whole.',
    wrong: `groups: [`,
    right: `groups: []`,
    mistakes: [86],
    notRun: 'It is a file, which test/rules reads.',
  },
  'not-rendered': {
    is: 'A template of Helm that is not rendered',
    why: 'What it says is known only once its values are filled in.',
    wrong: `expr: up{job="{{ .Values.job }}"} == 0`,
    right: `expr: up{job="shop"} == 0`,
    mistakes: [86],
    notRun: 'It is a file, which test/rules reads.',
  },
  'no-rules': {
    is: 'A file that was given for rules, and holds none',
    why: 'Nothing of it would be proven.',
    wrong: `replicaCount: 1`,
    right: `groups: [{ name: shop, rules: [{ alert: ShopDown, expr: up{job="shop"} == 0 }] }]`,
    mistakes: [86],
    notRun: 'It is a file, which test/rules reads.',
  },
  'bad-rule-file': {
    is: 'A file of rules that Prometheus does not take',
    why: 'Prometheus refuses the whole file, and goes on with the rules that it had.',
    wrong: `- alert: ShopDown
  expr: up{job="shop"} == 0
  form: 5m`,
    right: `- alert: ShopDown
  expr: up{job="shop"} == 0
  for: 5m`,
    mistakes: [86],
    notRun: 'It is a file, which test/rules reads.',
  },
  'no-reason': {
    is: 'What is out of the ordinary, a rule that is empty by design or a certificate that nobody checks, and no word of why',
    why: 'Nobody can tell later whether that still holds.',
    wrong: `# cheomseong: empty by design`,
    right: `# cheomseong: empty by design, because only clusters with GPUs export it`,
    mistakes: [86],
    notRun: 'It is a file, which test/rules reads.',
  },
  'bad-routing-file': {
    is: 'A configuration of routes that Alertmanager does not take',
    why: 'Alertmanager refuses the whole file, and goes on with what it had.',
    wrong: `route: { receiver: oncal }
receivers: [{ name: oncall }]`,
    right: `route: { receiver: oncall }
receivers: [{ name: oncall }]`,
    mistakes: [17],
    notRun: 'It is a file, which test/routing/read reads.',
  },
  'bad-drill': {
    is: 'A line of the file of drills that is none',
    why: 'Runbooks would tell of a drill of which nobody knows when it was.',
    wrong: `{"application":"shop","alert":"ShopDown","date":"yesterday","version":"0.10.0","pace":60,"seconds":80}`,
    right: `{"application":"shop","alert":"ShopDown","date":"2026-11-29","version":"0.10.0","pace":60,"seconds":80}`,
    mistakes: [],
    notRun: 'It is a file, which test/rehearsal reads.',
  },
});
