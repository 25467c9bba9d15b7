"""Requests to FastAPI, by the package that is generated for ecoeco."""

import asyncio
import os
import tempfile
import threading
import time
import unittest
from concurrent.futures import ThreadPoolExecutor

import anyio.to_thread
from asked import Client, ask, scope_of, started, value
from fastapi import APIRouter, BackgroundTasks, FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from told import texts

from monitoring import health, setup_monitoring

app = setup_monitoring(FastAPI(), "waste-api")
inside = asyncio.Event()


@app.get("/items/{item}")
async def item(item: int):
    return {"item": item}


@app.get("/raises")
def raises():
    raise RuntimeError("broken")


@app.get("/refuses")
def refuses():
    raise HTTPException(503)


@app.get("/breaks-off")
async def breaks_off():
    async def pieces():
        yield b"one"
        raise RuntimeError("broken")

    return StreamingResponse(pieces())


@app.get("/waits")
async def waits():
    await asyncio.sleep(60)


@app.get("/gives-up")
async def gives_up():
    await asyncio.wait_for(asyncio.sleep(60), 0.01)


@app.post("/uploads")
async def uploads(request: Request):
    async for _ in request.stream():
        pass


@app.get("/streams")
async def streams():
    async def pieces():
        for _ in range(3):
            await asyncio.sleep(0.05)
            yield b"piece"

    return StreamingResponse(pieces())


@app.get("/never-ends")
async def never_ends():
    async def pieces():
        while True:
            yield b"piece"
            await asyncio.sleep(0.01)

    return StreamingResponse(pieces())


@app.get("/goes-on")
async def goes_on(background: BackgroundTasks):
    background.add_task(asyncio.sleep, 0.3)


@app.get("/blocks")
def blocks():
    time.sleep(0.5)


@app.get("/first-failure")
def first_failure():
    raise HTTPException(502)


router = APIRouter(prefix="/v1")


@router.get("/users/{name}")
def user(name: str):
    return name


app.include_router(router)

shop = FastAPI()


@shop.get("/carts/{cart}")
def cart(cart: str):
    return cart


app.mount("/tenants/{tenant}", shop)
folder = tempfile.mkdtemp()
with open(os.path.join(folder, "a.txt"), "w") as file:
    file.write("a")
app.mount("/static", StaticFiles(directory=folder))


class Silent:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        if scope["type"] == "http" and scope["path"] == "/silent":
            return
        if scope["type"] == "http" and scope["path"] == "/forbidden":
            await JSONResponse({}, 403)(scope, receive, send)
            return
        await self.app(scope, receive, send)


# Later than set up.
app.add_middleware(Silent)


def count(route, status, method="GET"):
    labels = {"method": method, "endpoint": route, "status": str(status)}
    return value("http_requests_total", **labels)


def all_counted(route, method="GET"):
    return value("http_request_duration_seconds_count", method=method, endpoint=route)


def seconds(route):
    return value("http_request_duration_seconds_sum", method="GET", endpoint=route)


def in_flight(route, method="GET"):
    return value("http_requests_in_progress", method=method, endpoint=route)


class Requests(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        await started(app)

    async def counted_once(self, path, route, status, method="GET", **more):
        before = (count(route, status, method) or 0, all_counted(route, method) or 0)
        client = await ask(app, path, method, **more)
        after = (count(route, status, method), all_counted(route, method))
        self.assertEqual(after, (before[0] + 1, before[1] + 1))
        self.assertEqual(in_flight(route, method), 0)
        return client

    async def test_a_starts(self):
        """failures of each route are there at 0 before anybody asks"""
        for status in (500, 502, 503, 504):
            self.assertEqual(count("/items/{item}", status), 0)
            self.assertEqual(count("/uploads", status, "POST"), 0)
            self.assertEqual(count("/tenants/{tenant}/carts/{cart}", status), 0)
            self.assertEqual(count("/v1/users/{name}", status), 0)
        self.assertEqual(all_counted("/items/{item}"), 0)
        self.assertEqual(in_flight("/items/{item}"), 0)
        client = await ask(app, "/metrics")
        wanted = 'http_requests_total{endpoint="/first-failure",method="GET",status="502"} 0.0'
        self.assertTrue(wanted in client.text.splitlines())

    async def test_pattern(self):
        """a request is counted by the pattern of its route, not by its path"""
        await self.counted_once("/items/1", "/items/{item}", 200)
        await self.counted_once("/items/2", "/items/{item}", 200)
        self.assertIsNone(count("/items/1", 200))

    async def test_invalid(self):
        """what FastAPI itself refuses is counted by its route"""
        await self.counted_once("/items/none", "/items/{item}", 422)

    async def test_router(self):
        """a route of a router has the router's prefix"""
        await self.counted_once("/v1/users/eva", "/v1/users/{name}", 200)

    async def test_mount(self):
        """a route of a mounted application has the pattern of its mount before its own"""
        await self.counted_once(
            "/tenants/7/carts/8", "/tenants/{tenant}/carts/{cart}", 200
        )

    async def test_mount_unmatched(self):
        """what a mounted application does not know is unmatched"""
        await self.counted_once("/tenants/7/nothing", "unmatched", 404)

    async def test_files(self):
        """files of a mounted folder are one route"""
        await self.counted_once("/static/a.txt", "/static/{path:path}", 200)
        await self.counted_once("/static/b.txt", "/static/{path:path}", 404)

    async def test_root_path(self):
        """where a proxy has put the application is no part of a pattern"""
        await self.counted_once("/items/1", "/items/{item}", 200, root_path="/api")

    async def test_unmatched(self):
        """paths that match no route are one value"""
        await self.counted_once("/wp-login.php", "unmatched", 404)
        await self.counted_once("/.env", "unmatched", 404)
        self.assertIsNone(count("/.env", 404))

    async def test_method(self):
        """methods that HTTP does not know are one value"""
        before = count("/items/{item}", 405, "OTHER") or 0
        await ask(app, "/items/1", "BREW")
        await ask(app, "/items/1", "STEEP")
        self.assertEqual(count("/items/{item}", 405, "OTHER"), before + 2)

    async def test_wrong_method(self):
        """a method that a route does not answer is counted by that route"""
        await self.counted_once("/items/1", "/items/{item}", 405, "DELETE")

    async def test_exception(self):
        """an exception is counted as 500, once, and goes on to the server"""
        client = await self.counted_once("/raises", "/raises", 500)
        self.assertIsInstance(client.error, RuntimeError)
        self.assertEqual(client.status, 500)

    async def test_http_exception(self):
        """a status that the application chooses is counted as it is, once"""
        await self.counted_once("/refuses", "/refuses", 503)

    async def test_breaks_off(self):
        """an answer that breaks off by an exception is a 500, whatever it began with"""
        client = await self.counted_once("/breaks-off", "/breaks-off", 500)
        self.assertEqual(client.status, 200)

    async def test_later_middleware(self):
        """what a middleware answers that was added later is counted"""
        await self.counted_once("/forbidden", "unmatched", 403)

    async def test_silent(self):
        """an application that returns without an answer has failed"""
        await self.counted_once("/silent", "unmatched", 500)

    async def test_cancelled(self):
        """what the server cancels before it is answered is a 504"""
        before = count("/waits", 504)
        task = asyncio.ensure_future(ask(app, "/waits"))
        await asyncio.sleep(0.05)
        self.assertEqual(in_flight("/waits"), 1)
        task.cancel()
        with self.assertRaises(asyncio.CancelledError):
            await task
        self.assertEqual(count("/waits", 504), before + 1)
        self.assertEqual(in_flight("/waits"), 0)

    async def test_times_out(self):
        """a timeout within the application is a 500"""
        await self.counted_once("/gives-up", "/gives-up", 500)

    async def test_gone_before(self):
        """a client that goes before the answer begins is a 499, and no failure"""
        client = Client()
        client.asked = True
        client.gone.set()
        failed = count("/uploads", 500, "POST")
        await self.counted_once("/uploads", "/uploads", 499, "POST", client=client)
        self.assertEqual(count("/uploads", 500, "POST"), failed)

    async def test_gone_amid(self):
        """a client that goes amid its answer had the status with which that began"""
        client = Client()
        asyncio.get_running_loop().call_later(0.05, client.gone.set)
        await self.counted_once("/never-ends", "/never-ends", 200, client=client)

    async def test_gone_as_sent(self):
        """a client that is found gone as the answer is sent is a 499"""

        class Gone(Client):
            async def send(self, message):
                raise OSError("gone")

        await self.counted_once("/items/1", "/items/{item}", 499, client=Gone())

    async def test_streamed(self):
        """an answer that is sent in pieces is timed to its end"""
        before = seconds("/streams") or 0
        await self.counted_once("/streams", "/streams", 200)
        self.assertGreater(seconds("/streams") - before, 0.14)

    async def test_background(self):
        """what the application does after its answer is not timed"""
        await self.counted_once("/goes-on", "/goes-on", 200)
        self.assertLess(seconds("/goes-on"), 0.2)

    async def test_in_flight(self):
        """a request in flight is told while it is answered"""
        task = asyncio.ensure_future(ask(app, "/streams"))
        await asyncio.sleep(0.05)
        self.assertEqual(in_flight("/streams"), 1)
        await task
        self.assertEqual(in_flight("/streams"), 0)

    async def test_uncounted(self):
        """health checks and scrapes are not counted"""
        for path in ("/health", "/ready", "/metrics"):
            client = await ask(app, path)
            self.assertEqual(client.status, 200)
            self.assertIsNone(count(path, 200))
        self.assertIsNone(count("unmatched", 200))

    async def test_roles(self):
        """an API that is no worker exports nothing of tasks"""
        client = await ask(app, "/metrics")
        self.assertFalse("celery_task" in client.text)

    async def test_created(self):
        """when each series began is no series"""
        self.assertFalse("_created" in (await ask(app, "/metrics")).text)

    async def test_text(self):
        """the exposition is text where nothing else is asked for"""
        client = await ask(app, "/metrics")
        self.assertTrue(
            client.headers["content-type"].startswith("text/plain; version=")
        )
        texts["text"] = client.text

    async def test_open_metrics(self):
        """the exposition is OpenMetrics where that is asked for"""
        accept = b"application/openmetrics-text;version=1.0.0,text/plain;q=0.5"
        client = await ask(app, "/metrics", headers=[(b"accept", accept)])
        kind = client.headers["content-type"]
        self.assertTrue(kind.startswith("application/openmetrics-text; version="))
        self.assertTrue(client.text.endswith("# EOF\n"))
        texts["openmetrics"] = client.text

    async def test_full_pool(self):
        """machines are answered while all threads of the application wait"""
        anyio.to_thread.current_default_thread_limiter().total_tokens = 2
        waiting = [asyncio.ensure_future(ask(app, "/blocks")) for _ in range(4)]
        await asyncio.sleep(0.05)
        since = time.perf_counter()
        for path in ("/health", "/ready", "/metrics"):
            self.assertEqual((await ask(app, path)).status, 200)
        self.assertLess(time.perf_counter() - since, 0.4)
        await asyncio.gather(*waiting)

    async def test_head(self):
        """a HEAD for the health is answered without a body"""
        client = await ask(app, "/health", "HEAD")
        self.assertEqual((client.status, client.text), (200, ""))

    async def test_twice(self):
        """an application that is set up twice counts once"""
        setup_monitoring(app, "waste-api")
        await self.counted_once("/items/1", "/items/{item}", 200)

    async def test_websocket(self):
        """a WebSocket goes through, and is no request"""
        seen = []

        async def send(message):
            seen.append(message["type"])

        async def receive():
            return {"type": "websocket.connect"}

        scope = {**scope_of("/nowhere"), "type": "websocket", "subprotocols": []}
        await app(scope, receive, send)
        self.assertEqual(seen, ["websocket.close"])

    async def test_starlette(self):
        """Starlette's own routes are counted by their patterns too"""
        from starlette.applications import Starlette
        from starlette.endpoints import HTTPEndpoint
        from starlette.responses import PlainTextResponse

        class Things(HTTPEndpoint):
            async def get(self, request):
                return PlainTextResponse("things")

        routes = [Mount("/star", routes=[Route("/things/{thing:int}", Things)])]
        other = setup_monitoring(Starlette(routes=routes), "other")
        await started(other)
        self.assertEqual(count("/star/things/{thing:int}", 500), 0)
        await ask(other, "/star/things/3")
        self.assertEqual(count("/star/things/{thing:int}", 200), 1)


class Ready(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self.before = dict(health._checks)

    def tearDown(self):
        health._checks.clear()
        health._checks.update(self.before)

    async def test_ready(self):
        """a program is ready when all of its checks answer"""
        health.ready_check("database")(lambda: None)
        client = await ask(app, "/ready")
        self.assertEqual(client.status, 200)
        self.assertIn('"database": "ok"', client.text)

    async def test_unready(self):
        """a check that fails is told by its name with 503, and not by its text"""

        @health.ready_check("database")
        async def database():
            raise ConnectionError("postgres://admin:secret@db")

        health.ready_check("cache")(lambda: None)
        client = await ask(app, "/ready")
        self.assertEqual(client.status, 503)
        self.assertIn('"database": "fails with ConnectionError"', client.text)
        self.assertIn('"cache": "ok"', client.text)
        self.assertNotIn("secret", client.text)

    async def test_live(self):
        """a program lives whatever its checks say"""
        health.ready_check("database")(lambda: False)
        self.assertEqual((await ask(app, "/health")).status, 200)
        self.assertEqual((await ask(app, "/ready")).status, 503)

    async def test_timeout(self):
        """a check that does not answer in time is told so, and others are asked meanwhile"""

        @health.ready_check("broker", timeout=0.1)
        async def broker():
            await asyncio.sleep(60)

        @health.ready_check("disk", timeout=0.1)
        def disk():
            time.sleep(0.5)

        since = time.perf_counter()
        client = await ask(app, "/ready")
        self.assertLess(time.perf_counter() - since, 0.4)
        self.assertEqual(client.status, 503)
        self.assertIn('"broker": "no answer within 0.1 s"', client.text)
        self.assertIn('"disk": "no answer within 0.1 s"', client.text)

    async def test_together(self):
        """probes that ask at once what hangs are all told so, the later ones too"""
        free = threading.Event()

        @health.ready_check("broker", timeout=0.1)
        async def broker():
            await asyncio.sleep(60)

        @health.ready_check("disk", timeout=0.1)
        def disk():
            free.wait()

        async def later():
            await asyncio.sleep(0.05)
            return await ask(app, "/ready")

        for client in await asyncio.gather(ask(app, "/ready"), later()):
            self.assertEqual(client.status, 503)
            for name in ("broker", "disk"):
                self.assertIn(f'"{name}": "no answer within 0.1 s"', client.text)
        free.set()

    async def test_cancelled_check(self):
        """a check that is cancelled has failed, and does not end the probe"""

        @health.ready_check("broker")
        async def broker():
            raise asyncio.CancelledError

        client = await ask(app, "/ready")
        self.assertEqual(client.status, 503)
        self.assertIn('"broker": "fails with CancelledError"', client.text)
        with ThreadPoolExecutor() as threads:
            said = await asyncio.wrap_future(threads.submit(health.ask))
        self.assertEqual(said["broker"], "fails with CancelledError")

    async def test_cancelled_probe(self):
        """a probe that is cancelled ends, and the check answers another"""

        @health.ready_check("broker")
        async def broker():
            await asyncio.sleep(0.1)

        gone = asyncio.ensure_future(ask(app, "/ready"))
        await asyncio.sleep(0.02)
        stays = asyncio.ensure_future(ask(app, "/ready"))
        await asyncio.sleep(0.02)
        gone.cancel()
        with self.assertRaises(asyncio.CancelledError):
            await gone
        self.assertEqual((await stays).status, 200)

    async def test_hanging(self):
        """a check that hangs is not begun again by each probe"""
        begun = []
        free = threading.Event()

        @health.ready_check("disk", timeout=0.02)
        def disk():
            begun.append(1)
            free.wait()

        for _ in range(5):
            self.assertEqual((await ask(app, "/ready")).status, 503)
        self.assertEqual(len(begun), 1)
        free.set()
        await asyncio.sleep(0.05)
        self.assertEqual((await ask(app, "/ready")).status, 200)

    def test_waiting(self):
        """a worker without an event loop asks checks of both kinds"""

        @health.ready_check("broker")
        async def broker():
            await asyncio.sleep(0)

        health.ready_check("disk")(lambda: False)
        self.assertEqual(health.ask(), {"broker": "ok", "disk": "says no"})
