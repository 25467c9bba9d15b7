package programs

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"ojeomneo/monitoring"
)

func written(work func()) string {
	var output bytes.Buffer
	monitoring.Output = &output
	defer func() { monitoring.Output = os.Stdout }()
	work()
	return output.String()
}

func line(t *testing.T, work func()) map[string]any {
	t.Helper()
	text := written(work)
	var said map[string]any
	if err := json.Unmarshal([]byte(text), &said); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	equal(t, strings.Count(text, "\n"), 1)
	return said
}

var request = monitoring.WithRequest(background, "abc", "00-"+trace+"-00f067aa0ba902b7-01")

func TestALineHasWhatAgentsReadOfIt(t *testing.T) {
	said := line(t, func() { monitoring.Info(request, "order taken", "order", 7) })
	at, err := time.Parse(time.RFC3339, fmt.Sprint(said["timestamp"]))
	same(t, err, nil)
	equal(t, time.Since(at) < time.Minute, true)
	delete(said, "timestamp")
	equal(t, fmt.Sprint(said), "map[level:info message:order taken order:7 request_id:abc service:ojeomneo span_id:00f067aa0ba902b7 trace_id:"+trace+"]")
}

func TestALineWithoutARequestHasNoID(t *testing.T) {
	said := line(t, func() { monitoring.Error(context.Background(), "did not start") })
	equal(t, len(said), 4)
	same(t, said["level"], "error")
}

func TestWhatJSONHasNoWordForIsAText(t *testing.T) {
	said := line(t, func() {
		monitoring.Warning(request, "odd\n\"text\"", "error", errors.New("no"), "share", math.NaN(), "channel", make(chan int), "took", time.Second, 5, 6, "alone")
	})
	same(t, said["message"], "odd\n\"text\"")
	same(t, said["error"], "no")
	same(t, said["share"], "NaN")
	same(t, said["took"], "1s")
	same(t, said["5"], 6.0)
	same(t, said["alone"], nil)
}

func TestAFieldOfTheApplicationHidesNoneOfItsOwn(t *testing.T) {
	said := line(t, func() { monitoring.Info(request, "taken", "level", "high", "message", "hidden") })
	same(t, [4]any{said["level"], said["level_"], said["message"], said["message_"]}, [4]any{"info", "high", "taken", "hidden"})
}

func TestDebuggingIsWrittenWhereItIsAskedFor(t *testing.T) {
	equal(t, written(func() { monitoring.Debug(request, "unseen") }), "")
	monitoring.Debugging = true
	defer func() { monitoring.Debugging = false }()
	same(t, line(t, func() { monitoring.Debug(request, "seen") })["level"], "debug")
}

type counting struct {
	io.Writer
	writes int
}

func (w *counting) Write(p []byte) (int, error) {
	w.writes++
	return w.Writer.Write(p)
}

func TestEachLineIsWrittenWhole(t *testing.T) {
	output := &counting{Writer: io.Discard}
	monitoring.Output = output
	defer func() { monitoring.Output = os.Stdout }()
	var all sync.WaitGroup
	for i := 0; i < 50; i++ {
		all.Add(1)
		go func() {
			defer all.Done()
			monitoring.Info(request, "together")
		}()
	}
	all.Wait()
	equal(t, output.writes, 50)
}

func TestAnotherLoggerHasTheSameFields(t *testing.T) {
	equal(t, fmt.Sprint(monitoring.LogFields(request)), "[service ojeomneo request_id abc trace_id "+trace+" span_id 00f067aa0ba902b7]")
}

func TestASpanOfOpenTelemetryIsTold(t *testing.T) {
	usual := monitoring.SpanOf
	defer func() { monitoring.SpanOf = usual }()
	monitoring.SpanOf = func(context.Context) (string, string, bool) { return strings.Repeat("a", 32), "b", true }
	same(t, line(t, func() { monitoring.Info(request, "told") })["span_id"], "b")
}
