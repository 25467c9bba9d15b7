"""Logs of a program, and the numbers of its requests and traces in them."""

import io
import json
import logging
import os
import tempfile
import threading
import time
import unittest
from unittest import mock

import structlog
from asked import ask, value
from fastapi import FastAPI
from opentelemetry import trace
from told import texts

from monitoring import setup_monitoring
from monitoring.logs import Lines, flush, setup_logs

app = FastAPI()
setup_monitoring(app, "chat-llm-api")


@app.get("/says")
async def says():
    structlog.get_logger("shop").info("sold", item=7, name="점심")
    return {}


@app.get("/traced")
async def traced():
    with trace.running(0xABC, 0xDEF):
        structlog.get_logger().warning("traced")
    return {}


@app.get("/timed")
async def timed():
    return {}


class Traced:
    """As OpenTelemetry's own middleware: a span is current within."""

    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        with trace.running(0x123, 0x456, sampled=scope.get("path") != "/says"):
            await self.app(scope, receive, send)


app.add_middleware(Traced)


class Logs(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self.stream = io.StringIO()
        setup_logs("chat-llm-api", self.stream)

    def lines(self):
        logging.getLogger().handlers[0].flush()
        return [json.loads(line) for line in self.stream.getvalue().splitlines()]

    async def test_line(self):
        """a line says when, how bad, which service and what, and what the application adds"""
        await ask(app, "/says")
        (line,) = [each for each in self.lines() if each["message"] == "sold"]
        self.assertEqual(line["level"], "info")
        self.assertEqual(line["service"], "chat-llm-api")
        self.assertEqual((line["item"], line["name"]), (7, "점심"))
        self.assertRegex(line["timestamp"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z$")

    async def test_request_id(self):
        """a line has the number of its request, which the client is told"""
        client = await ask(app, "/says", headers=[(b"x-request-id", b"a-1")])
        (line,) = [each for each in self.lines() if each["message"] == "sold"]
        self.assertEqual(line["request_id"], "a-1")
        self.assertEqual(client.headers["x-request-id"], "a-1")

    async def test_insane(self):
        """a number that is none is not taken from the client"""
        for told in (b"a b", b'"},{"', b"x" * 200, b""):
            client = await ask(app, "/says", headers=[(b"x-request-id", told)])
            self.assertRegex(client.headers["x-request-id"], "^[0-9a-f]{32}$")

    async def test_outside(self):
        """a line outside of any request has no number of one"""
        structlog.get_logger().info("alone")
        self.assertNotIn("request_id", self.lines()[-1])

    async def test_traced(self):
        """a line within a trace has the numbers of it and of its span"""
        client = await ask(app, "/traced", headers=[(b"x-request-id", b"b-2")])
        (line,) = [each for each in self.lines() if each["message"] == "traced"]
        self.assertEqual(line["trace_id"], f"{0xABC:032x}")
        self.assertEqual(line["span_id"], f"{0xDEF:016x}")
        texts["line"] = json.dumps(line)

    async def test_exemplar(self):
        """a duration within a trace has the trace as its exemplar in OpenMetrics"""
        await ask(app, "/timed")
        accept = [(b"accept", b"application/openmetrics-text")]
        text = (await ask(app, "/metrics", headers=accept)).text
        told = [each for each in text.splitlines() if 'endpoint="/timed"' in each]
        self.assertIn(f'# {{trace_id="{0x123:032x}"}}', "\n".join(told))
        self.assertNotIn("trace_id", (await ask(app, "/metrics")).text)

    async def test_unsampled(self):
        """a trace that is not kept is no exemplar"""
        await ask(app, "/says")
        accept = [(b"accept", b"application/openmetrics-text")]
        text = (await ask(app, "/metrics", headers=accept)).text
        told = [each for each in text.splitlines() if 'endpoint="/says"' in each]
        self.assertNotIn("trace_id", "\n".join(told))

    async def test_others(self):
        """libraries that write to logging, and uvicorn, write lines of the same form"""
        logging.getLogger("sqlalchemy").warning("slow: %d s", 3)
        access = logging.getLogger("uvicorn.access")
        access.info('%s - "%s %s HTTP/%s" %d', "::1", "GET", "/items", "1.1", 200)
        first, second = self.lines()
        self.assertEqual((first["level"], first["message"]), ("warning", "slow: 3 s"))
        self.assertEqual(second["message"], '::1 - "GET /items HTTP/1.1" 200')
        self.assertEqual(second["service"], "chat-llm-api")

    async def test_access(self):
        """uvicorn's lines of scrapes and health checks are left out"""
        access = logging.getLogger("uvicorn.access")
        for path in ("/metrics", "/health", "/ready?x=1"):
            access.info('%s - "%s %s HTTP/%s" %d', "::1", "GET", path, "1.1", 200)
        self.assertEqual(self.lines(), [])

    async def test_exception(self):
        """an exception is one line, with its trace in it"""
        try:
            raise ValueError("broken\nin two")
        except ValueError:
            structlog.get_logger().exception("failed")
        (line,) = self.lines()
        self.assertEqual(line["level"], "error")
        self.assertIn("Traceback", line["exception"])

    async def test_odd(self):
        """what is no JSON is written as it reads"""
        structlog.get_logger().info("odd", thing={1, 2}, error=ValueError("x"))
        self.assertEqual(self.lines()[0]["thing"], "{1, 2}")

    def test_file(self):
        """lines are written to LOG_FILE beside, and to a new one once it was rotated away"""
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "api.log")
            with mock.patch.dict(os.environ, {"LOG_FILE": path}):
                setup_logs("chat-llm-api", self.stream)
            structlog.get_logger().info("before")
            flush()
            os.rename(path, path + ".1")
            structlog.get_logger().info("after")
            flush()
            said = [json.loads(open(each).read()) for each in (path + ".1", path)]
            setup_logs("chat-llm-api", self.stream)
        self.assertEqual([each["message"] for each in said], ["before", "after"])
        self.assertEqual(self.lines(), said)

    def test_blocked(self):
        """nobody waits for a reader who does not read, and lines without room are counted"""
        free = threading.Event()

        class Full(io.StringIO):
            def write(self, text):
                free.wait()
                return super().write(text)

        stream = Full()
        setup_logs("chat-llm-api", stream)
        logger = structlog.get_logger()
        since = time.perf_counter()
        for number in range(11_000):
            logging.getLogger().info("line")
        self.assertLess(time.perf_counter() - since, 10)
        free.set()
        logging.getLogger().handlers[0].flush()
        logging.getLogger().handlers[0].flush()
        self.assertIn("lines were dropped", stream.getvalue())

    def test_forked(self):
        """a process that is forked writes too"""
        reading, writing = os.pipe()
        setup_logs("chat-llm-api", os.fdopen(writing, "w"))
        structlog.get_logger().info("parent")
        logging.getLogger().handlers[0].flush()
        child = os.fork()
        if child == 0:
            structlog.get_logger().info("child")
            logging.getLogger().handlers[0].flush()
            os._exit(0)
        os.waitpid(child, 0)
        said = os.read(reading, 65536).decode().splitlines()
        self.assertEqual(
            [json.loads(each)["message"] for each in said], ["parent", "child"]
        )

    def test_level(self):
        """what is less than LOG_LEVEL is not written"""
        os.environ["LOG_LEVEL"] = "warning"
        try:
            setup_logs("chat-llm-api", self.stream)
            structlog.get_logger().info("less")
            structlog.get_logger().warning("enough")
            self.assertEqual([each["message"] for each in self.lines()], ["enough"])
        finally:
            del os.environ["LOG_LEVEL"]
