package programs

import (
	"net/http"
	"net/http/httptest"
	"os"
	"strconv"
	"strings"
	"testing"

	kitchen "bistro/kitchenWatch"
	"ojeomneo/monitoring"
)

func answer(t *testing.T, handler http.Handler, request *http.Request) *httptest.ResponseRecorder {
	t.Helper()
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, request)
	return recorder
}

func exposition(t *testing.T, handler http.Handler) string {
	t.Helper()
	return answer(t, handler, httptest.NewRequest("GET", "/metrics", nil)).Body.String()
}

// series are the samples of a scrape whose series begin so, by what follows.
func series(t *testing.T, handler http.Handler, beginning string) map[string]float64 {
	t.Helper()
	found := map[string]float64{}
	for _, line := range strings.Split(exposition(t, handler), "\n") {
		at := strings.LastIndex(line, " ")
		if !strings.HasPrefix(line, beginning) {
			continue
		}
		value, err := strconv.ParseFloat(line[at+1:], 64)
		if err != nil {
			t.Fatal(err)
		}
		found[line[len(beginning):at]] = value
	}
	return found
}

func value(t *testing.T, handler http.Handler, name string) float64 {
	t.Helper()
	found, ok := series(t, handler, name)[""]
	if !ok {
		t.Fatalf("no series %s in\n%s", name, exposition(t, handler))
	}
	return found
}

func own(t *testing.T, name string) float64 {
	t.Helper()
	return value(t, monitoring.Handler(), name)
}

func equal[T comparable](t *testing.T, is, should T) {
	t.Helper()
	if is != should {
		t.Errorf("is %v, should be %v", is, should)
	}
}

// same compares what may be of any type.
func same(t *testing.T, is, should any) {
	t.Helper()
	if is != should {
		t.Errorf("is %v, should be %v", is, should)
	}
}

// What both export, for the catalogues to be held against, once all that they count has happened.
func TestMain(m *testing.M) {
	code := m.Run()
	for file, handler := range map[string]http.Handler{"ojeomneo": monitoring.Handler(), "bistro": kitchen.Handler()} {
		if folder := os.Getenv("EXPOSITIONS"); folder != "" {
			recorder := httptest.NewRecorder()
			handler.ServeHTTP(recorder, httptest.NewRequest("GET", "/metrics", nil))
			if err := os.WriteFile(folder+"/"+file+".prom", recorder.Body.Bytes(), 0o644); err != nil {
				panic(err)
			}
		}
	}
	os.Exit(code)
}
