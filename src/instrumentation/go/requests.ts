import type { HttpServer } from '#application/instrumentation/server.js';
import type { AnyMetric } from '#promql/metric/metric.js';
import { goFile } from './file.js';
import { indented } from './indented.js';
import { child, quoted, texts } from './metric.js';
import type { MetricName } from './names.js';

/** Those of RFC 9110 and RFC 5789; whatever else a client makes up is told as `other`. */
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'CONNECT', 'TRACE'] as const;

/** How a server fails, and how it does not. */
const statuses = [200, 500, 502, 503, 504] as const;

/** Whether its catalogue tells statuses by their classes: `5xx`. */
const byClass = ({ requests, status }: HttpServer): boolean =>
  requests.info.values[status]?.some((value) => /^[1-5]xx$/.test(value)) ?? false;

/** Whether requests that are being answered are told by their routes. */
export const isRoutedEarly = ({ inFlight, route }: HttpServer): boolean =>
  inFlight?.info.ownLabels.includes(route) ?? false;

const preamble = (server: HttpServer): string => String.raw`
// unmatched stands for every path that no route has: as many as clients like to ask for.
const unmatched = "unmatched"

// methods are those that are told as they are.
var methods = ${texts(server.requests.info.values['method'] ?? methods)}

// methodOf is one of few: a client may make up as many as it likes. It is none of the client's own bytes either, which fasthttp uses again.
func methodOf(method string) string {
	for _, known := range methods {
		if method == known {
			return known
		}
	}
	return "other"
}

func statusOf(status int) string {
	if status < 100 || status > 599 {
		status = 500
	}
	return ${byClass(server) ? 'strconv.Itoa(status/100) + "xx"' : 'strconv.Itoa(status)'}
}

// declared are the patterns of all routes, where somebody has told them.
var declared sync.Map
var areDeclared atomic.Bool

// patternOf is what stands for a path: its pattern, which is one that was declared where any were.
func patternOf(pattern string) string {
	if known, ok := declared.Load(pattern); ok {
		return known.(string)
	}
	if pattern == "" || areDeclared.Load() {
		return unmatched
	}
	return pattern
}
`;

const lengthOf = String.raw`
// lengthOf is 0 of a body of which nobody knows how long it is: fasthttp has negative numbers for these.
func lengthOf(length int64) float64 {
	if length < 0 {
		return 0
	}
	return float64(length)
}
`;

const declareRoute = (
  server: HttpServer,
  nameOf: (metric: AnyMetric) => MetricName,
  valueOf: (label: string) => string,
): string => {
  const { requests } = server;
  const others = [server.duration, server.requestSize, server.responseSize].filter(
    (metric) => metric && !metric.info.ownLabels.includes(server.status),
  );
  const values = [
    ...new Set(statuses.map((status) => (byClass(server) ? `${Math.floor(status / 100)}xx` : status))),
  ];
  return [
    '// DeclareRoute makes the series of a route at 0, so that its first failure is an increase: GET and /menus/{id}. Once any is declared,',
    '// what is none of them is told as unmatched.',
    'func DeclareRoute(method, pattern string) {',
    '\tif !isCounted(pattern) {',
    '\t\treturn',
    '\t}',
    '\tmethod, pattern = methodOf(method), strings.Clone(pattern)',
    '\tdeclared.Store(pattern, pattern)',
    '\tareDeclared.Store(true)',
    `\tfor _, status := range ${texts(values.map(String))} {`,
    `\t\t${child(nameOf(requests).own, requests, valueOf)}`,
    '\t}',
    ...others.flatMap((metric) => (metric ? [`\t${child(nameOf(metric).own, metric, valueOf)}`] : [])),
    '}',
  ].join('\n');
};

const begin = (
  server: HttpServer,
  nameOf: (metric: AnyMetric) => MetricName,
  valueOf: (label: string) => string,
): string => {
  const { requests, duration, inFlight, requestSize, responseSize } = server;
  const of = (metric: AnyMetric): string => child(nameOf(metric).own, metric, valueOf);
  const early = isRoutedEarly(server);
  const ended = [
    ...(inFlight ? ['inFlight.Dec()'] : []),
    'pattern, status := patternOf(answer.Pattern), statusOf(answer.Status)',
    `increase(ctx, ${of(requests)})`,
    ...(duration ? [`observe(ctx, ${of(duration)}, time.Since(start).Seconds())`] : []),
    ...(requestSize ? [`${of(requestSize)}.Observe(lengthOf(answer.RequestBytes))`] : []),
    ...(responseSize ? ['// Nothing of it is sent.', 'if method == "HEAD" {', '\tanswer.ResponseBytes = 0', '}'] : []),
    ...(responseSize ? [`${of(responseSize)}.Observe(lengthOf(answer.ResponseBytes))`] : []),
  ];
  return [
    '// Answer is how a request ended.',
    'type Answer struct {',
    indented(
      [
        '// Pattern is that of its route, such as /menus/{id}; empty where none matched.',
        'Pattern string',
        '// Status is what it was answered with; 500 where it panicked.',
        'Status int',
        '// RequestBytes and ResponseBytes are those of the bodies.',
        'RequestBytes, ResponseBytes int64',
      ].join('\n'),
    ),
    '}',
    '',
    '// Begin tells of a request that is being answered. What it returns must be called when it has ended, however it did: the first time counts.',
    `func Begin(ctx context.Context, method, path${early ? ', pattern' : ''} string) func(Answer) {`,
    '\tif !isCounted(path) {',
    '\t\treturn func(Answer) {}',
    '\t}',
    `\t${early ? 'method, pattern = methodOf(method), patternOf(pattern)' : 'method = methodOf(method)'}`,
    ...(inFlight ? [`\tinFlight := ${of(inFlight)}`, '\tinFlight.Inc()'] : []),
    ...(duration ? ['\tstart := time.Now()'] : []),
    '\tvar once sync.Once',
    '\treturn func(answer Answer) {',
    '\t\tonce.Do(func() {',
    indented(indented(indented(ended.join('\n')))),
    '\t\t})',
    '\t}',
    '}',
  ].join('\n');
};

/** `requests.go`: how requests are counted, whatever answers them. */
export const requestsFile = (
  name: string,
  server: HttpServer,
  nameOf: (metric: AnyMetric) => MetricName,
): string => {
  const known = new Map([
    ['method', 'method'],
    [server.route, 'pattern'],
    [server.status, 'status'],
  ]);
  const valueOf = (label: string): string => known.get(label) ?? quoted('');
  return goFile({
    package: name,
    standard: [
      ...['context', 'strconv', 'strings', 'sync', 'sync/atomic'],
      ...(server.duration ? ['time'] : []),
    ],
    body: [
      preamble(server).trim(),
      declareRoute(server, nameOf, valueOf),
      begin(server, nameOf, valueOf),
      ...((server.requestSize ?? server.responseSize) ? [lengthOf.trim()] : []),
    ].join('\n\n'),
  });
};
