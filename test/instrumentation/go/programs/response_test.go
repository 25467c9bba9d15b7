package programs

import (
	"bufio"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"ojeomneo/monitoring"
)

// What can only write, as some writers can.
type bare struct{ http.ResponseWriter }

// What can send a file, as the writer of HTTP/1.1 does.
type sender struct {
	http.ResponseWriter
	sent int
}

func (w *sender) ReadFrom(from io.Reader) (int64, error) {
	w.sent++
	return io.Copy(w.ResponseWriter, from)
}

type full struct {
	http.ResponseWriter
	http.Flusher
	pushed string
}

func (w *full) Hijack() (net.Conn, *bufio.ReadWriter, error) { return nil, nil, http.ErrNotSupported }
func (w *full) Push(target string, _ *http.PushOptions) error {
	w.pushed = target
	return nil
}

func TestAHandlerCanFlushWhereItCouldWithout(t *testing.T) {
	recorder := httptest.NewRecorder()
	server := behind("/flushes", func(w http.ResponseWriter, r *http.Request) { w.(http.Flusher).Flush() })
	server.ServeHTTP(recorder, get("/flushes"))
	equal(t, recorder.Flushed, true)
	only(t, "/flushes", "200")
}

func TestAHandlerCanDoNoMoreThanItCouldWithout(t *testing.T) {
	var can [3]bool
	server := behind("/bare", func(w http.ResponseWriter, r *http.Request) {
		_, can[0] = w.(http.Flusher)
		_, can[1] = w.(http.Hijacker)
		_, can[2] = w.(http.Pusher)
	})
	server.ServeHTTP(bare{httptest.NewRecorder()}, get("/bare"))
	equal(t, can, [3]bool{})
}

func TestAHandlerCanPushWhereItCouldWithout(t *testing.T) {
	recorder := httptest.NewRecorder()
	writer := &full{ResponseWriter: recorder, Flusher: recorder}
	server := behind("/pushes", func(w http.ResponseWriter, r *http.Request) {
		_, _, err := w.(http.Hijacker).Hijack()
		same(t, err, error(http.ErrNotSupported))
		w.(http.Flusher).Flush()
		_ = w.(http.Pusher).Push("/style.css", nil)
	})
	server.ServeHTTP(writer, get("/pushes"))
	equal(t, writer.pushed, "/style.css")
	only(t, "/pushes", "200")
}

func TestAFileIsSentByWhatItStandsBefore(t *testing.T) {
	writer := &sender{ResponseWriter: httptest.NewRecorder()}
	server := behind("/file", func(w http.ResponseWriter, r *http.Request) {
		// Without WriterTo, which would write by itself.
		_, _ = io.Copy(w, struct{ io.Reader }{strings.NewReader("a long film")})
	})
	server.ServeHTTP(writer, get("/file"))
	equal(t, writer.sent, 1)
	equal(t, own(t, `ojeomneo_http_response_size_bytes_sum{method="GET",path="/file"}`), 11)
}

func TestAResponseControllerFindsTheWriter(t *testing.T) {
	recorder := httptest.NewRecorder()
	var found http.ResponseWriter
	server := behind("/unwraps", func(w http.ResponseWriter, r *http.Request) {
		found = w.(interface{ Unwrap() http.ResponseWriter }).Unwrap()
	})
	server.ServeHTTP(recorder, get("/unwraps"))
	same(t, found, http.ResponseWriter(recorder))
}

func TestATakenConnectionIsAnsweredWhenItIsTaken(t *testing.T) {
	var during float64
	over := make(chan struct{})
	server := httptest.NewServer(behind("/socket", func(w http.ResponseWriter, r *http.Request) {
		defer close(over)
		connection, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			t.Error(err)
			return
		}
		during = own(t, inFlight)
		_, _ = connection.Write([]byte("HTTP/1.1 101 Switching Protocols\r\nConnection: close\r\n\r\n"))
		_ = connection.Close()
	}))
	defer server.Close()
	response, err := http.Get(server.URL + "/socket")
	if err != nil {
		t.Fatal(err)
	}
	<-over
	equal(t, response.StatusCode, 101)
	equal(t, during, 0)
	only(t, "/socket", "101")
}

func TestARequestHasTheIDWithWhichItCame(t *testing.T) {
	request := get("/id")
	request.Header.Set("X-Request-ID", "from-nginx_1.2")
	var id string
	recorder := answer(t, behind("/id", func(w http.ResponseWriter, r *http.Request) { id = monitoring.RequestID(r.Context()) }), request)
	equal(t, [2]string{id, recorder.Header().Get("X-Request-ID")}, [2]string{"from-nginx_1.2", "from-nginx_1.2"})
}

func TestARequestHasAnIDOfItsOwnWhereItCameWithNoneOrAnOddOne(t *testing.T) {
	server := behind("/no-id", func(w http.ResponseWriter, r *http.Request) {})
	known := map[string]bool{}
	for _, odd := range []string{"", "a b", `"`, "a\tb", strings.Repeat("a", 129)} {
		request := get("/no-id")
		request.Header.Set("X-Request-ID", odd)
		id := answer(t, server, request).Header().Get("X-Request-ID")
		equal(t, len(id), 32)
		known[id] = true
	}
	equal(t, len(known), 5)
}
