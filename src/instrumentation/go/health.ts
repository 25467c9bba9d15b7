import { goFile } from './file.js';

/** `health.go`: whether it lives, and whether it is ready. */
export const healthFile = (name: string): string =>
  goFile({
    package: name,
    standard: ['context', 'encoding/json', 'errors', 'fmt', 'net/http', 'sync', 'time'],
    body: String.raw`
type check struct {
	name   string
	within time.Duration
	ask    func(context.Context) error
	mutex  sync.Mutex
	// asked is what is being asked: one at a time, however many probe.
	asked *answer
}

type answer struct {
	ended chan struct{}
	err   error
}

var checks []*check
var checking sync.Mutex

// Check has Ready ask for something without which nothing can be answered, for so long:
// Check("database", time.Second, db.PingContext).
func Check(name string, within time.Duration, ask func(context.Context) error) {
	checking.Lock()
	defer checking.Unlock()
	checks = append(checks, &check{name: name, within: within, ask: ask})
}

func (c *check) start() *answer {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if c.asked != nil {
		return c.asked
	}
	asked := &answer{ended: make(chan struct{})}
	c.asked = asked
	go func() {
		ctx, cancel := context.WithTimeout(context.Background(), c.within)
		defer cancel()
		defer func() {
			if cause := recover(); cause != nil {
				asked.err = fmt.Errorf("panic: %v", cause)
			}
			c.mutex.Lock()
			c.asked = nil
			c.mutex.Unlock()
			close(asked.ended)
		}()
		asked.err = c.ask(ctx)
	}()
	return asked
}

// outcome is in time, whether what is asked heeds its context or not.
func (c *check) outcome(ctx context.Context) string {
	asked := c.start()
	late := time.NewTimer(c.within)
	defer late.Stop()
	err := context.DeadlineExceeded
	select {
	case <-late.C:
	case <-asked.ended:
		err = asked.err
	}
	if err == nil {
		return "ok"
	}
	// What an error says may be nobody's business who can ask: it is in the log alone.
	Warning(ctx, "not ready", "check", c.name, "error", err)
	if errors.Is(err, context.DeadlineExceeded) {
		return "timed out"
	}
	return "failed"
}

func tell(w http.ResponseWriter, status int, said any) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(said)
}

// Health answers whether the program lives. It asks for nothing else: a database that is away is no reason to restart.
func Health() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		tell(w, http.StatusOK, map[string]string{"status": "ok"})
	})
}

// Ready answers 200 where every check succeeds, else 503 and which do not.
func Ready() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		checking.Lock()
		all := append([]*check(nil), checks...)
		checking.Unlock()
		outcomes := make([]string, len(all))
		var asking sync.WaitGroup
		for i, each := range all {
			asking.Add(1)
			go func(i int, each *check) {
				defer asking.Done()
				outcomes[i] = each.outcome(r.Context())
			}(i, each)
		}
		asking.Wait()
		status, said, told := http.StatusOK, "ok", map[string]string{}
		for i, each := range all {
			told[each.name] = outcomes[i]
			if outcomes[i] != "ok" {
				status, said = http.StatusServiceUnavailable, "unavailable"
			}
		}
		tell(w, status, map[string]any{"status": said, "checks": told})
	})
}
`,
  });
