import type { Instrumentation } from '#application/instrumentation/instrumentation.js';
import { isRoutedEarly } from './requests.js';
import { packageName } from './names.js';

/**
 * How it stands in Fiber. Its `adaptor.HTTPMiddleware` lets a middleware of net/http return before Fiber's handlers run: each request would
 * be 200, in no time, of no route. So what it is mounted by is a handler of Fiber's own.
 */
export const fiberMounted = (described: Instrumentation): string => {
  const name = packageName(described.name);
  const { paths, server } = described;
  const early = server && isRoutedEarly(server) ? ', ""' : '';
  return `In Fiber (v2) it is a handler, first of all. Fiber's \`adaptor.HTTPMiddleware\` would not do: what it is given returns before Fiber's handlers
run, so that each request would be a 200 without a route, in no time.

\`\`\`go
app.Use(func(c *fiber.Ctx) error {
	ctx := ${name}.WithRequest(c.UserContext(), c.Get("X-Request-ID"), c.Get("traceparent"))
	c.SetUserContext(ctx)
	c.Set("X-Request-ID", ${name}.RequestID(ctx))
	done := ${name}.Begin(ctx, c.Method(), c.Path()${early})
	status := 500 // what a panic is
	defer func() {
		answer := ${name}.Answer{Pattern: c.Route().Path, Status: status}
		if answer.Pattern == "/" && c.Path() != "/" {
			answer.Pattern = "" // this handler's own: no route was found
		}
		answer.RequestBytes = int64(c.Request().Header.ContentLength())
		if !c.Response().IsBodyStream() {
			answer.ResponseBytes = int64(len(c.Response().Body()))
		}
		done(answer)
	}()
	if err := c.Next(); err != nil && c.App().ErrorHandler(c, err) != nil {
		_ = c.SendStatus(500)
	}
	status = c.Response().StatusCode()
	return nil
})
app.Get("${paths.metrics}", adaptor.HTTPHandler(${name}.Handler()))
app.Get("${paths.health}", adaptor.HTTPHandler(${name}.Health()))
app.Get("${paths.ready}", adaptor.HTTPHandler(${name}.Ready()))
// … the application's routes, then:
for _, route := range app.GetRoutes(true) {
	if route.Method != "HEAD" { // which Fiber has of each GET
		${name}.DeclareRoute(route.Method, route.Path)
	}
}
\`\`\``;
};
