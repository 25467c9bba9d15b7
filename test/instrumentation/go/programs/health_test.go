package programs

import (
	"context"
	"errors"
	"io"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	kitchen "bistro/kitchenWatch"
	"ojeomneo/monitoring"
)

// ready is what a module says whose checks are these, of which each test adds its own.
func ready(t *testing.T) (int, string) {
	t.Helper()
	var status int
	var body string
	_ = written(func() {
		recorder := answer(t, monitoring.Ready(), get("/ready"))
		status, body = recorder.Code, strings.TrimSpace(recorder.Body.String())
	})
	return status, body
}

func TestItLivesWhateverItNeeds(t *testing.T) {
	recorder := answer(t, monitoring.Health(), get("/health"))
	equal(t, recorder.Code, 200)
	equal(t, recorder.Header().Get("Content-Type"), "application/json")
	equal(t, recorder.Header().Get("Cache-Control"), "no-store")
}

func TestItIsNotReadyWhereACheckFailsAndSaysWhich(t *testing.T) {
	var failure error
	monitoring.Check("cache", time.Second, func(context.Context) error { return failure })
	status, _ := ready(t)
	equal(t, status, 200)
	failure = errors.New("password is secret")
	status, said := ready(t)
	equal(t, status, 503)
	equal(t, said, `{"checks":{"cache":"failed"},"status":"unavailable"}`)
	failure = nil
	status, said = ready(t)
	equal(t, status, 200)
	equal(t, said, `{"checks":{"cache":"ok"},"status":"ok"}`)
}

func TestACheckThatPanicsFails(t *testing.T) {
	panics := true
	monitoring.Check("driver", time.Second, func(context.Context) error {
		if panics {
			panic("nil")
		}
		return nil
	})
	status, said := ready(t)
	equal(t, status, 503)
	equal(t, strings.Contains(said, `"driver":"failed"`), true)
	panics = false
}

func TestACheckThatHangsIsAnsweredInTimeAndAskedOnce(t *testing.T) {
	release := make(chan struct{})
	var asked int32
	// It heeds no context.
	kitchen.Check("oven", 30*time.Millisecond, func(context.Context) error {
		atomic.AddInt32(&asked, 1)
		<-release
		return nil
	})
	kitchen.Output = io.Discard
	start := time.Now()
	var probes sync.WaitGroup
	for i := 0; i < 5; i++ {
		probes.Add(1)
		go func() {
			defer probes.Done()
			recorder := answer(t, kitchen.Ready(), get("/ready"))
			equal(t, recorder.Code, 503)
			equal(t, strings.Contains(recorder.Body.String(), `"oven":"timed out"`), true)
		}()
	}
	probes.Wait()
	equal(t, time.Since(start) < 5*time.Second, true)
	equal(t, atomic.LoadInt32(&asked), 1)
	close(release)
}

func TestACheckThatHeedsItsContextTimesOutToo(t *testing.T) {
	waits := true
	monitoring.Check("database", 10*time.Millisecond, func(ctx context.Context) error {
		if waits {
			<-ctx.Done()
		}
		return ctx.Err()
	})
	status, said := ready(t)
	equal(t, status, 503)
	equal(t, strings.Contains(said, `"database":"timed out"`), true)
	waits = false
}
