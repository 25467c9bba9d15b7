package programs

import (
	"net/http"
	"strings"
	"testing"

	"ojeomneo/monitoring"
)

const trace = "4bf92f3577b34da6a3ce929d0e0e4736"

func inOpenMetrics(t *testing.T) (contentType, body string) {
	t.Helper()
	request := get("/ojeomneo/metrics")
	// As Prometheus asks.
	request.Header.Set("Accept", "application/openmetrics-text;version=1.0.0;q=0.5,application/openmetrics-text;version=0.0.1;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2")
	recorder := answer(t, monitoring.Handler(), request)
	return recorder.Header().Get("Content-Type"), recorder.Body.String()
}

func traced(t *testing.T, route, flags string) {
	t.Helper()
	request := get(route)
	request.Header.Set("traceparent", "00-"+trace+"-00f067aa0ba902b7-"+flags)
	answer(t, behind(route, func(w http.ResponseWriter, r *http.Request) {}), request)
}

func TestAScrapeIsOpenMetricsWhereThatIsAskedFor(t *testing.T) {
	contentType, body := inOpenMetrics(t)
	equal(t, strings.HasPrefix(contentType, "application/openmetrics-text; version="), true)
	equal(t, strings.HasSuffix(body, "# EOF\n"), true)
}

func TestAScrapeIsPlainTextOtherwise(t *testing.T) {
	contentType := answer(t, monitoring.Handler(), get("/ojeomneo/metrics")).Header().Get("Content-Type")
	equal(t, strings.HasPrefix(contentType, "text/plain; version=0.0.4"), true)
}

func TestARequestHasItsTraceAsAnExemplar(t *testing.T) {
	traced(t, "/traced", "01")
	_, body := inOpenMetrics(t)
	for _, name := range []string{requests, "ojeomneo_http_request_duration_seconds_bucket"} {
		found := false
		for _, line := range strings.Split(body, "\n") {
			of := strings.HasPrefix(line, name) && strings.Contains(line, `path="/traced"`)
			found = found || of && strings.Contains(line, `# {trace_id="`+trace+`"}`)
		}
		equal(t, found, true)
	}
}

func TestATraceThatIsNotKeptIsNoExemplar(t *testing.T) {
	traced(t, "/unsampled", "00")
	_, body := inOpenMetrics(t)
	for _, line := range strings.Split(body, "\n") {
		if strings.Contains(line, `path="/unsampled"`) && strings.Contains(line, trace) {
			t.Error(line)
		}
	}
}

func TestAnOddTraceparentIsNone(t *testing.T) {
	span := "00f067aa0ba902b7"
	for _, odd := range []string{
		"", "00", "00-" + trace + "-" + span, "ff-" + trace + "-" + span + "-01", "00-" + trace + "-" + span + "-01-more",
		"00-" + strings.ToUpper(trace) + "-" + span + "-01", "00-" + strings.Repeat("0", 32) + "-" + span + "-01",
		"00-" + trace + "-" + strings.Repeat("0", 16) + "-01", "0x-" + trace + "-" + span + "-01", "00-" + trace + "-" + span + "-1",
	} {
		found, _, sampled := monitoring.SpanOf(monitoring.WithRequest(background, "", odd))
		equal(t, found, "")
		equal(t, sampled, false)
	}
	found, in, sampled := monitoring.SpanOf(monitoring.WithRequest(background, "", "01-"+trace+"-"+span+"-03-more"))
	equal(t, [2]string{found, in}, [2]string{trace, span})
	equal(t, sampled, true)
}

func TestTheProcessAndGoTellOfThemselves(t *testing.T) {
	equal(t, own(t, "go_goroutines") > 0, true)
	equal(t, own(t, "process_resident_memory_bytes") > 0, true)
}
