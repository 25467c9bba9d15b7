package programs

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"
	"time"
	"unsafe"

	kitchen "bistro/kitchenWatch"
	"ojeomneo/monitoring"
)

const requests = "ojeomneo_http_requests_total"

// behind is a server with one route, which is declared, as it is mounted.
func behind(route string, handler http.HandlerFunc) http.Handler {
	mux := http.NewServeMux()
	mux.Handle(route, handler)
	monitoring.DeclareRoute("GET", route)
	monitoring.DeclareRoute("POST", route)
	return monitoring.Middleware(mux, monitoring.ServeMux(mux))
}

func get(path string) *http.Request { return httptest.NewRequest("GET", path, nil) }

// ended are the requests of a route that ended, by their statuses.
func ended(t *testing.T, method, route string) map[string]float64 {
	t.Helper()
	counted := map[string]float64{}
	for rest, count := range series(t, monitoring.Handler(), requests+`{method="`+method+`",path="`+route+`",status="`) {
		if count > 0 {
			counted[strings.TrimSuffix(rest, `"}`)] = count
		}
	}
	return counted
}

// only holds that one request of a route was counted, with one status.
func only(t *testing.T, route, status string) {
	t.Helper()
	counted := ended(t, "GET", route)
	if len(counted) != 1 || counted[status] != 1 {
		t.Errorf("counted are %v, should be one %s", counted, status)
	}
}

func TestARouteIsToldByItsPattern(t *testing.T) {
	server := behind("/dishes/", func(w http.ResponseWriter, r *http.Request) {})
	answer(t, server, get("/dishes/1"))
	answer(t, server, get("/dishes/2"))
	equal(t, ended(t, "GET", "/dishes/")["200"], 2)
}

func TestAPathWithoutARouteIsUnmatched(t *testing.T) {
	server := behind("/exists", func(w http.ResponseWriter, r *http.Request) {})
	answer(t, server, get("/made/up/by/somebody"))
	only(t, "unmatched", "404")
}

func TestAPatternIsToldWithoutTheMethodThatNewerMuxesHaveInIt(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /tables", func(w http.ResponseWriter, r *http.Request) {})
	request := get("/tables")
	// To Go 1.21 and before it is a host.
	request.Host = "GET "
	equal(t, monitoring.ServeMux(mux)(request), "/tables")
}

func TestAPatternThatNobodyDeclaredIsUnmatchedOnceAnyIs(t *testing.T) {
	monitoring.DeclareRoute("GET", "/declared")
	done := monitoring.Begin(context.Background(), "TRACE", "/other")
	done(monitoring.Answer{Pattern: "/other/1234", Status: 200})
	equal(t, ended(t, "TRACE", "unmatched")["200"], 1)
}

func TestAMethodThatAClientMakesUpIsOther(t *testing.T) {
	server := behind("/method", func(w http.ResponseWriter, r *http.Request) {})
	answer(t, server, httptest.NewRequest("BREW", "/method", nil))
	equal(t, ended(t, "other", "/method")["200"], 1)
}

func TestTheFirstStatusCountsAndNoOther(t *testing.T) {
	server := behind("/twice", func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusNotFound)
		w.WriteHeader(http.StatusInternalServerError)
	})
	answer(t, server, get("/twice"))
	only(t, "/twice", "404")
}

func TestAnInformationalStatusIsNoAnswer(t *testing.T) {
	server := behind("/hints", func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusEarlyHints)
		w.WriteHeader(http.StatusCreated)
	})
	answer(t, server, get("/hints"))
	only(t, "/hints", "201")
}

func TestAnAnswerWithoutAHeaderIs200(t *testing.T) {
	answer(t, behind("/silent", func(w http.ResponseWriter, r *http.Request) {}), get("/silent"))
	only(t, "/silent", "200")
}

// caught is what a handler panics with.
func caught(work func()) (cause any) {
	defer func() { cause = recover() }()
	work()
	return nil
}

func TestAPanicIs500AndGoesOn(t *testing.T) {
	server := behind("/panics", func(w http.ResponseWriter, r *http.Request) { panic("out of soup") })
	same(t, caught(func() { answer(t, server, get("/panics")) }), "out of soup")
	only(t, "/panics", "500")
}

func TestAPanicAfterTheHeaderIs500(t *testing.T) {
	server := behind("/breaks", func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusOK)
		panic(http.ErrAbortHandler)
	})
	same(t, caught(func() { answer(t, server, get("/breaks")) }), http.ErrAbortHandler)
	only(t, "/breaks", "500")
}

func TestAHandlerThatEndsItsGoroutineIs500(t *testing.T) {
	server := behind("/exits", func(w http.ResponseWriter, r *http.Request) { runtime.Goexit() })
	exited := make(chan struct{})
	go func() {
		defer close(exited)
		server.ServeHTTP(httptest.NewRecorder(), get("/exits"))
	}()
	<-exited
	only(t, "/exits", "500")
}

func TestAClientThatDidNotWaitIs499(t *testing.T) {
	begun, over := make(chan struct{}), make(chan struct{})
	server := httptest.NewServer(behind("/slow", func(w http.ResponseWriter, r *http.Request) {
		defer close(over)
		close(begun)
		<-r.Context().Done()
		http.Error(w, r.Context().Err().Error(), http.StatusInternalServerError)
	}))
	defer server.Close()
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		<-begun
		cancel()
	}()
	request, _ := http.NewRequestWithContext(ctx, "GET", server.URL+"/slow", nil)
	if _, err := http.DefaultClient.Do(request); !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	<-over
	// The handler returns before its request is counted.
	for i := 0; i < 500 && len(ended(t, "GET", "/slow")) == 0; i++ {
		time.Sleep(time.Millisecond)
	}
	only(t, "/slow", "499")
}

func TestAClientThatLeftAfterItsAnswerBeganHasIt(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	server := behind("/streams", func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusOK)
		cancel()
	})
	answer(t, server, get("/streams").WithContext(ctx))
	only(t, "/streams", "200")
}

func TestAProxyThatAbortsForAClientThatLeftIs499(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	server := behind("/proxied", func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusOK)
		cancel()
		panic(http.ErrAbortHandler)
	})
	caught(func() { answer(t, server, get("/proxied").WithContext(ctx)) })
	only(t, "/proxied", "499")
}

func TestWhatATimeoutBehindItAnsweredIsCounted(t *testing.T) {
	waits := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	server := behind("/times-out", http.TimeoutHandler(waits, time.Millisecond, "late").ServeHTTP)
	equal(t, answer(t, server, get("/times-out")).Code, 503)
	only(t, "/times-out", "503")
}

func TestWhatATimeoutBeforeItAnsweredIsCounted(t *testing.T) {
	counted := make(chan struct{})
	server := behind("/too-late", func(w http.ResponseWriter, r *http.Request) {
		<-r.Context().Done()
		w.WriteHeader(http.StatusOK)
	})
	whole := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer close(counted)
		server.ServeHTTP(w, r)
	})
	equal(t, answer(t, http.TimeoutHandler(whole, time.Millisecond, "late"), get("/too-late")).Code, 503)
	<-counted
	only(t, "/too-late", "503")
}

func TestAnAnswerThatTookLongerThanItsContextIs503(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	server := behind("/half", func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusOK)
		<-r.Context().Done()
	})
	answer(t, server, get("/half").WithContext(ctx))
	only(t, "/half", "503")
}

const inFlight = "ojeomneo_http_active_connections"

func TestRequestsInFlightAreCountedWhileTheyAre(t *testing.T) {
	var during float64
	server := behind("/during", func(w http.ResponseWriter, r *http.Request) { during = own(t, inFlight) })
	answer(t, server, get("/during"))
	equal(t, [2]float64{during, own(t, inFlight)}, [2]float64{1, 0})
}

func TestAPanicIsInFlightNoMore(t *testing.T) {
	server := behind("/dies", func(w http.ResponseWriter, r *http.Request) { panic("dies") })
	caught(func() { answer(t, server, get("/dies")) })
	equal(t, own(t, inFlight), 0)
}

func TestRequestsInFlightAreToldByTheirRoutesWhereTheyHaveThem(t *testing.T) {
	mux := http.NewServeMux()
	var during float64
	mux.HandleFunc("/oven", func(w http.ResponseWriter, r *http.Request) {
		during = value(t, kitchen.Handler(), `bistro_http_in_flight{route="/oven"}`)
	})
	answer(t, kitchen.Middleware(mux, kitchen.ServeMux(mux)), get("/oven"))
	equal(t, during, 1)
	equal(t, value(t, kitchen.Handler(), `bistro_http_in_flight{route="/oven"}`), 0)
	equal(t, value(t, kitchen.Handler(), `bistro_http_requests_total{code="2xx",method="GET",route="/oven"}`), 1)
}

func TestHealthChecksAndScrapesAreNotCounted(t *testing.T) {
	mux := http.NewServeMux()
	monitoring.Mount(mux)
	server := monitoring.Middleware(mux, monitoring.ServeMux(mux))
	paths := []string{"/ojeomneo/metrics", "/ojeomneo/v1/healthcheck/live", "/ojeomneo/v1/healthcheck/ready"}
	for _, path := range paths {
		equal(t, answer(t, server, get(path)).Code, 200)
	}
	for _, path := range append(paths, "/ojeomneo/v1/healthcheck", "/ojeomneo/v1/healthcheck/") {
		monitoring.Begin(context.Background(), "GET", path)(monitoring.Answer{Pattern: path, Status: 200})
		monitoring.DeclareRoute("GET", "/else")
		equal(t, len(ended(t, "GET", path)), 0)
	}
	equal(t, ended(t, "GET", "unmatched")["200"], 0)
}

func TestADeclaredRouteHasItsFailuresAt0(t *testing.T) {
	monitoring.DeclareRoute("GET", "/new")
	for _, status := range []string{"200", "500", "502", "503", "504"} {
		equal(t, own(t, requests+`{method="GET",path="/new",status="`+status+`"}`), 0)
	}
	equal(t, own(t, `ojeomneo_http_request_duration_seconds_count{method="GET",path="/new"}`), 0)
}

func TestARouteThatIsNotCountedHasNoSeriesAt0(t *testing.T) {
	monitoring.DeclareRoute("GET", "/ojeomneo/metrics")
	equal(t, len(series(t, monitoring.Handler(), requests+`{method="GET",path="/ojeomneo/metrics"`)), 0)
}

func TestEveryRequestIsMeasuredFailuresToo(t *testing.T) {
	server := behind("/measured", func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(20 * time.Millisecond)
		panic("late")
	})
	caught(func() { answer(t, server, get("/measured")) })
	of := `{method="GET",path="/measured"`
	equal(t, own(t, "ojeomneo_http_request_duration_seconds_bucket"+of+`,le="0.01"}`), 0)
	equal(t, own(t, "ojeomneo_http_request_duration_seconds_count"+of+"}"), 1)
}

func TestSizesAreThoseOfBothBodies(t *testing.T) {
	server := behind("/sizes", func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.WriteString(w, "four")
		_, _ = w.Write([]byte("three"))
	})
	answer(t, server, httptest.NewRequest("POST", "/sizes", strings.NewReader("12345678")))
	of := `_sum{method="POST",path="/sizes"}`
	equal(t, own(t, "ojeomneo_http_request_size_bytes"+of), 8)
	equal(t, own(t, "ojeomneo_http_response_size_bytes"+of), 9)
}

func TestABodyOfUnknownLengthIsAsLongAsWhatWasReadOfIt(t *testing.T) {
	server := behind("/chunks", func(w http.ResponseWriter, r *http.Request) { _, _ = io.Copy(io.Discard, r.Body) })
	request := httptest.NewRequest("POST", "/chunks", strings.NewReader("12345"))
	request.ContentLength = -1
	answer(t, server, request)
	equal(t, own(t, `ojeomneo_http_request_size_bytes_sum{method="POST",path="/chunks"}`), 5)
}

func TestNothingIsSentInAnswerToHead(t *testing.T) {
	server := behind("/head", func(w http.ResponseWriter, r *http.Request) { _, _ = io.WriteString(w, "unsent") })
	answer(t, server, httptest.NewRequest("HEAD", "/head", nil))
	equal(t, own(t, `ojeomneo_http_response_size_bytes_sum{method="HEAD",path="/head"}`), 0)
}

func TestARouterThatUsesTheBytesOfARequestAgainChangesNoLabel(t *testing.T) {
	method, pattern := []byte("PATCH"), []byte("/fiber")
	again := func(b []byte) string { return *(*string)(unsafe.Pointer(&b)) }
	monitoring.DeclareRoute("PATCH", again(pattern))
	done := monitoring.Begin(context.Background(), again(method), "/fiber")
	done(monitoring.Answer{Pattern: again(pattern), Status: 200, RequestBytes: -2})
	done(monitoring.Answer{Pattern: again(pattern), Status: 500})
	copy(method, "XXXXX")
	copy(pattern, "XXXXXX")
	equal(t, ended(t, "PATCH", "/fiber")["200"], 1)
	equal(t, len(ended(t, "PATCH", "/fiber")), 1)
	equal(t, own(t, `ojeomneo_http_request_size_bytes_sum{method="PATCH",path="/fiber"}`), 0)
}
