import { goFile } from './file.js';

/** `exemplars.go`: what is counted, with the trace of which it was a part. */
export const exemplarsFile = (name: string): string =>
  goFile({
    package: name,
    standard: ['context'],
    others: ['github.com/prometheus/client_golang/prometheus'],
    body: String.raw`
// exemplar names the trace of a context, where there is one that is recorded.
func exemplar(ctx context.Context) prometheus.Labels {
	if trace, _, sampled := SpanOf(ctx); sampled && len(trace) == 32 {
		return prometheus.Labels{"trace_id": trace}
	}
	return nil
}

func increase(ctx context.Context, counter prometheus.Counter) {
	adder, ok := counter.(prometheus.ExemplarAdder)
	if labels := exemplar(ctx); ok && labels != nil {
		adder.AddWithExemplar(1, labels)
		return
	}
	counter.Inc()
}

func observe(ctx context.Context, observer prometheus.Observer, value float64) {
	withExemplar, ok := observer.(prometheus.ExemplarObserver)
	if labels := exemplar(ctx); ok && labels != nil {
		withExemplar.ObserveWithExemplar(value, labels)
		return
	}
	observer.Observe(value)
}
`,
  });
