import { goFile } from './file.js';

/** `context.go`: which request, and which trace, a context is of. */
export const contextFile = (name: string): string =>
  goFile({
    package: name,
    standard: ['context', 'crypto/rand', 'encoding/hex', 'strings'],
    body: String.raw`
type requestKey struct{}

type request struct {
	id, trace, span string
	sampled         bool
}

func requestOf(ctx context.Context) request {
	of, _ := ctx.Value(requestKey{}).(request)
	return of
}

// WithRequest makes a context of a request: by its headers X-Request-ID, or an id of its own, and traceparent.
func WithRequest(ctx context.Context, id, traceparent string) context.Context {
	// fasthttp uses the bytes of a header again.
	of := request{id: strings.Clone(id)}
	if !isID(id) {
		of.id = newID()
	}
	of.trace, of.span, of.sampled = parseTraceparent(strings.Clone(traceparent))
	return context.WithValue(ctx, requestKey{}, of)
}

// RequestID is that of a context which WithRequest has made.
func RequestID(ctx context.Context) string { return requestOf(ctx).id }

// SpanOf tells of which trace and span a context is, and whether they are recorded. It knows what came as traceparent; where OpenTelemetry makes
// spans, set it to what trace.SpanContextFromContext says before anything is served.
var SpanOf = func(ctx context.Context) (trace, span string, sampled bool) {
	of := requestOf(ctx)
	return of.trace, of.span, of.sampled
}

// isID tells what may be written as it came: it stands in each line of the log.
func isID(id string) bool {
	if id == "" || len(id) > 128 {
		return false
	}
	for _, c := range id {
		isLetter := 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
		if !isLetter && !('0' <= c && c <= '9') && !strings.ContainsRune("-_.", c) {
			return false
		}
	}
	return true
}

func newID() string {
	var id [16]byte
	if _, err := rand.Read(id[:]); err != nil {
		return ""
	}
	return hex.EncodeToString(id[:])
}

// parseTraceparent reads https://www.w3.org/TR/trace-context/#traceparent-header; all is empty where it is none.
func parseTraceparent(header string) (trace, span string, sampled bool) {
	parts := strings.Split(header, "-")
	if len(parts) < 4 || parts[0] == "ff" || parts[0] == "00" && len(parts) != 4 {
		return "", "", false
	}
	for i, length := range []int{2, 32, 16, 2} {
		if len(parts[i]) != length || strings.Trim(parts[i], "0123456789abcdef") != "" {
			return "", "", false
		}
	}
	if strings.Trim(parts[1], "0") == "" || strings.Trim(parts[2], "0") == "" {
		return "", "", false
	}
	flags, _ := hex.DecodeString(parts[3])
	return parts[1], parts[2], flags[0]&1 == 1
}
`,
  });
