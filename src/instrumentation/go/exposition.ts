import { goFile } from './file.js';

/** `exposition.go`: what Prometheus scrapes, and where all that machines ask is answered. */
export const expositionFile = (name: string): string =>
  goFile({
    package: name,
    standard: ['net/http'],
    others: ['github.com/prometheus/client_golang/prometheus/promhttp'],
    body: String.raw`
// Handler answers a scrape: in OpenMetrics, which alone has exemplars, where that is asked for. A collector that fails takes nothing of the
// others away.
func Handler() http.Handler {
	return promhttp.HandlerFor(Registry, promhttp.HandlerOpts{
		EnableOpenMetrics: true,
		ErrorHandling:     promhttp.ContinueOnError,
	})
}

// Mount answers what machines ask, at the paths at which they do.
func Mount(mux *http.ServeMux) {
	mux.Handle(metricsPath, Handler())
	mux.Handle(healthPath, Health())
	mux.Handle(readyPath, Ready())
}
`,
  });
