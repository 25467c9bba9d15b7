import type { HttpServer } from '#application/instrumentation/server.js';
import { goFile } from './file.js';
import { isRoutedEarly } from './requests.js';

/** `http.go`: the middleware of net/http. */
export const middlewareFile = (name: string, server: HttpServer): string =>
  goFile({
    package: name,
    standard: ['context', 'io', 'net/http', 'strings'],
    body: String.raw`
// Middleware counts what next answers. patternOf tells the pattern of the route that a request was for, and nothing where there is none:
// ServeMux(mux), or what another router knows.
func Middleware(next http.Handler, patternOf func(*http.Request) string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := WithRequest(r.Context(), r.Header.Get("X-Request-ID"), r.Header.Get("traceparent"))
		w.Header().Set("X-Request-ID", RequestID(ctx))
		r = r.WithContext(ctx)
		done := Begin(ctx, r.Method, r.URL.Path${isRoutedEarly(server) ? ', patternOf(r)' : ''})
		body := &readBody{ReadCloser: r.Body}
		if r.ContentLength < 0 {
			r.Body = body
		}
		response := &response{ResponseWriter: w, ctx: ctx}
		end := func(status int) {
			requested := r.ContentLength
			if requested < 0 {
				requested = body.bytes
			}
			done(Answer{Pattern: patternOf(r), Status: status, RequestBytes: requested, ResponseBytes: response.bytes})
		}
		// What takes the connection over is answered: it may last for hours.
		response.taken = func() { end(http.StatusSwitchingProtocols) }
		hasReturned := false
		defer func() {
			cause := recover()
			end(response.endedAs(hasReturned, cause))
			if cause != nil {
				panic(cause)
			}
		}()
		next.ServeHTTP(response.exposed(), r)
		hasReturned = true
	})
}

// ServeMux tells the patterns of the routes of a mux, without the methods that Go has in them from 1.22 on.
func ServeMux(mux *http.ServeMux) func(*http.Request) string {
	return func(r *http.Request) string {
		_, pattern := mux.Handler(r)
		if method, path, isMethod := strings.Cut(pattern, " "); isMethod && !strings.Contains(method, "/") {
			return strings.TrimLeft(path, " \t")
		}
		return pattern
	}
}

// clientGone is what nginx writes of requests whose client did not wait: it is no failure of the server.
const clientGone = 499

// endedAs tells how a request ended.
func (w *response) endedAs(hasReturned bool, cause any) int {
	if cause == http.ErrAbortHandler && w.ctx.Err() == context.Canceled {
		return clientGone
	}
	if !hasReturned {
		return http.StatusInternalServerError
	}
	w.begin(http.StatusOK)
	if w.status < 500 && w.ctx.Err() == context.DeadlineExceeded {
		return http.StatusServiceUnavailable
	}
	return w.status
}

// readBody counts the bytes of a body of which nobody said how long it is.
type readBody struct {
	io.ReadCloser
	bytes int64
}

func (b *readBody) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	b.bytes += int64(n)
	return n, err
}
`,
  });
