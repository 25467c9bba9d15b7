import { theme } from './kind.js';

/** Network policies. */
export const network = theme({
  'isolates-others': {
    is: 'A network policy for all pods of a namespace that does not deny by default',
    why: 'The first policy of a pod shuts out whatever it does not name: all that runs there would be cut off.',
    wrong: `new NetworkPolicy(chart, 'all', { spec: { podSelector: {}, policyTypes: ['Ingress'] } })`,
    right: `application('shop', { ...shop, network: { denying: ['shop'] } })`,
    mistakes: [],
    notRun: 'It is an object of an own construct, which test/laws/network has.',
  },
  'policy-of-nothing': {
    is: 'A network policy of pods that are not there',
    why: 'It protects nothing, and whoever reads it believes that it does.',
    wrong: `new NetworkPolicy(chart, 'cache', { spec: { podSelector: { matchLabels: { app: 'cash' } } } })`,
    right: `application('shop', { ...shop, exporters: [redisExporter('cache-exporter', cache)] })`,
    mistakes: [],
    notRun: 'It is an object of an own construct, which test/laws/network has.',
  },
  'way-shut': {
    is: 'A network policy that shuts out what is scraped or watched',
    why: 'Nothing is scraped then, and all that reads it is quiet.',
    wrong: `new NetworkPolicy(chart, 'cache', {
  spec: { podSelector: { matchLabels: { 'app.kubernetes.io/name': 'cache-exporter' } }, policyTypes: ['Ingress'] },
})`,
    right: `application('shop', { ...shop, exporters: [redisExporter('cache-exporter', cache)] })`,
    mistakes: [],
    notRun: 'It is an object of an own construct, which test/laws/network has.',
  },
});
