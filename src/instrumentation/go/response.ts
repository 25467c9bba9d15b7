import { goFile } from './file.js';

/** `response.go`: what remembers how a request was answered, and hides nothing of what it stands before. */
export const responseFile = (name: string): string =>
  goFile({
    package: name,
    standard: ['bufio', 'context', 'io', 'net', 'net/http'],
    body: String.raw`
// response remembers with which status a request was answered, and by how many bytes.
type response struct {
	http.ResponseWriter
	ctx context.Context
	// status is that of the first header that was written, 0 before.
	status int
	bytes  int64
	taken  func()
}

// begin is told the status of the first header. Nobody sees it where the client has gone, or was told that it took too long.
func (w *response) begin(status int) {
	switch isInformational := status < 200 && status != http.StatusSwitchingProtocols; {
	case w.status != 0 || isInformational:
	case w.ctx.Err() == context.Canceled:
		w.status = clientGone
	case w.ctx.Err() == context.DeadlineExceeded && status < 500:
		w.status = http.StatusServiceUnavailable
	default:
		w.status = status
	}
}

func (w *response) WriteHeader(status int) {
	w.begin(status)
	w.ResponseWriter.WriteHeader(status)
}

func (w *response) Write(p []byte) (int, error) {
	w.begin(http.StatusOK)
	n, err := w.ResponseWriter.Write(p)
	w.bytes += int64(n)
	return n, err
}

func (w *response) WriteString(text string) (int, error) {
	w.begin(http.StatusOK)
	n, err := io.WriteString(w.ResponseWriter, text)
	w.bytes += int64(n)
	return n, err
}

// ReadFrom lets a file be sent by the kernel, where what it stands before can.
func (w *response) ReadFrom(from io.Reader) (int64, error) {
	w.begin(http.StatusOK)
	n, err := io.Copy(w.ResponseWriter, from)
	w.bytes += n
	return n, err
}

// Unwrap is what http.ResponseController asks for.
func (w *response) Unwrap() http.ResponseWriter { return w.ResponseWriter }

type flushed struct{ *response }

func (w flushed) Flush() {
	w.begin(http.StatusOK)
	w.ResponseWriter.(http.Flusher).Flush()
}

type hijacked struct{ *response }

func (w hijacked) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	connection, buffered, err := w.ResponseWriter.(http.Hijacker).Hijack()
	if err == nil {
		w.taken()
	}
	return connection, buffered, err
}

type pushed struct{ *response }

func (w pushed) Push(target string, options *http.PushOptions) error {
	return w.ResponseWriter.(http.Pusher).Push(target, options)
}

// exposed can what the writer that it stands before can, and no more: handlers ask whether it is an http.Flusher.
func (w *response) exposed() http.ResponseWriter {
	_, canFlush := w.ResponseWriter.(http.Flusher)
	_, canHijack := w.ResponseWriter.(http.Hijacker)
	_, canPush := w.ResponseWriter.(http.Pusher)
	switch {
	case canFlush && canHijack && canPush:
		return struct {
			*response
			http.Flusher
			http.Hijacker
			http.Pusher
		}{w, flushed{w}, hijacked{w}, pushed{w}}
	case canFlush && canHijack:
		return struct {
			*response
			http.Flusher
			http.Hijacker
		}{w, flushed{w}, hijacked{w}}
	case canFlush && canPush:
		return struct {
			*response
			http.Flusher
			http.Pusher
		}{w, flushed{w}, pushed{w}}
	case canHijack && canPush:
		return struct {
			*response
			http.Hijacker
			http.Pusher
		}{w, hijacked{w}, pushed{w}}
	case canFlush:
		return struct {
			*response
			http.Flusher
		}{w, flushed{w}}
	case canHijack:
		return struct {
			*response
			http.Hijacker
		}{w, hijacked{w}}
	case canPush:
		return struct {
			*response
			http.Pusher
		}{w, pushed{w}}
	}
	return w
}
`,
  });
