import { goFile } from './file.js';

/** `logs.go`: a JSON object on each line. log/slog would need Go 1.21, which not every application has. */
export const logsFile = (name: string): string =>
  goFile({
    package: name,
    standard: ['bytes', 'context', 'encoding/json', 'fmt', 'io', 'os', 'sync', 'time'],
    body: String.raw`
// Output is where lines are written; set it before anything is.
var Output io.Writer = os.Stdout

// Debugging says whether what Debug is told is written.
var Debugging = false

// Debug writes a line, where Debugging says so: Debug(ctx, "asked the cache", "key", key).
func Debug(ctx context.Context, message string, fields ...any) {
	if Debugging {
		write(ctx, "debug", message, fields)
	}
}

// Info writes a line of something usual.
func Info(ctx context.Context, message string, fields ...any) { write(ctx, "info", message, fields) }

// Warning writes a line of something that somebody should see to.
func Warning(ctx context.Context, message string, fields ...any) {
	write(ctx, "warning", message, fields)
}

// Error writes a line of something that failed.
func Error(ctx context.Context, message string, fields ...any) { write(ctx, "error", message, fields) }

// LogFields are the names and values by which another logger tells of a context: slog.With(LogFields(ctx)...).
func LogFields(ctx context.Context) []any {
	fields := []any{"service", service}
	if id := RequestID(ctx); id != "" {
		fields = append(fields, "request_id", id)
	}
	if trace, span, _ := SpanOf(ctx); trace != "" {
		fields = append(fields, "trace_id", trace, "span_id", span)
	}
	return fields
}

var writing sync.Mutex

func write(ctx context.Context, level, message string, fields []any) {
	said := []any{"timestamp", time.Now().UTC().Format("2006-01-02T15:04:05.000000Z07:00"), "level", level, "message", message}
	said = append(append(said, LogFields(ctx)...), fields...)
	var line bytes.Buffer
	known := map[string]bool{}
	for i := 0; i < len(said); i += 2 {
		var value any
		if i+1 < len(said) {
			value = said[i+1]
		}
		key := fmt.Sprint(said[i])
		// Who reads the line takes one of two: its own must not be lost.
		for known[key] {
			key += "_"
		}
		known[key] = true
		if i > 0 {
			line.WriteByte(',')
		}
		line.Write(asJSON(key))
		line.WriteByte(':')
		line.Write(asJSON(value))
	}
	writing.Lock()
	defer writing.Unlock()
	fmt.Fprintf(Output, "{%s}\n", line.Bytes())
}

// asJSON writes what JSON has no word for as a text.
func asJSON(value any) []byte {
	switch value.(type) {
	case error, time.Duration:
		value = fmt.Sprint(value)
	}
	written, err := json.Marshal(value)
	if err != nil {
		written, _ = json.Marshal(fmt.Sprint(value))
	}
	return written
}
`,
  });
