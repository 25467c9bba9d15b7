"""Requests to Django, by a package that counts them and by one that stands beside django-prometheus."""

import time
import unittest

import board
import django
from board import setup_monitoring
from django.conf import settings

settings.configure(
    ALLOWED_HOSTS=["board.example"],
    ROOT_URLCONF="board_urls",
    SECRET_KEY="none",
    DEBUG=False,
    MIDDLEWARE=setup_monitoring(
        ["django.middleware.common.CommonMiddleware", "board_urls.Refusing"], "board"
    ),
)
django.setup()

import admin_monitoring.django
import structlog
from django.http import HttpResponse
from django.test import Client, RequestFactory
from prometheus_client import REGISTRY, Counter
from told import texts


def count(route, status, method="GET"):
    labels = {"method": method, "route": route, "status": str(status)}
    return REGISTRY.get_sample_value("board_requests_total", labels)


def timed(route, method="GET"):
    labels = {"method": method, "route": route}
    return REGISTRY.get_sample_value("board_request_duration_seconds_count", labels)


def in_flight(route, method="GET"):
    labels = {"method": method, "route": route}
    return REGISTRY.get_sample_value("board_requests_in_progress", labels)


class Requests(unittest.TestCase):
    def setUp(self):
        self.client = Client(raise_request_exception=False, HTTP_HOST="board.example")

    def counted_once(self, path, route, status, method="get", **more):
        name = method.upper()
        before = (count(route, status, name) or 0, timed(route, name) or 0)
        response = getattr(self.client, method)(path, **more)
        if response.streaming:
            b"".join(response.streaming_content)
            response.close()
        after = (count(route, status, name), timed(route, name))
        self.assertEqual(after, (before[0] + 1, before[1] + 1))
        self.assertEqual(in_flight(route, name), 0)
        return response

    def test_a_starts(self):
        """Django: failures of each route are there at 0 by the first scrape"""
        response = self.client.get("/metrics")
        line = 'board_requests_total{method="GET",route="/menus/<int:menu>/",status="500"} 0.0'
        self.assertTrue(line in response.content.decode().splitlines())
        self.assertEqual(count("/v1/first-failure", 503, "POST"), 0)

    def test_pattern(self):
        """Django: a request is counted by the pattern of its route, not by its path"""
        self.counted_once("/menus/1/", "/menus/<int:menu>/", 200)
        self.counted_once("/menus/2/", "/menus/<int:menu>/", 200)

    def test_included(self):
        """Django: an included route has the pattern of what includes it before its own"""
        self.counted_once("/v1/users/eva", "/v1/users/<name>", 200)

    def test_expression(self):
        """Django: a regular expression is a pattern too"""
        self.counted_once("/years/2026", "/years/(?P<year>[0-9]{4})", 200)

    def test_class(self):
        """Django: a class of views begins at 0 with the methods that it has"""
        self.assertEqual(count("/things/", 500), 0)
        self.assertIsNone(count("/things/", 500, "POST"))
        self.counted_once("/things/", "/things/", 405, "post")

    def test_unmatched(self):
        """Django: paths that match no route are one value"""
        self.counted_once("/wp-login.php", "unmatched", 404)
        self.counted_once("/.env", "unmatched", 404)

    def test_exception(self):
        """Django: an exception is counted as 500, once"""
        self.counted_once("/raises/", "/raises/", 500)

    def test_middleware(self):
        """Django: what a later middleware answers or raises is counted"""
        self.counted_once("/menus/1/?refuse", "/menus/<int:menu>/", 403)
        self.counted_once("/menus/1/?raise", "/menus/<int:menu>/", 500)

    def test_host(self):
        """Django: a host that is not allowed is a 400"""
        self.counted_once(
            "/menus/1/", "/menus/<int:menu>/", 400, HTTP_HOST="evil.example"
        )

    def test_killed(self):
        """Django: what gunicorn ends by its timeout is a 504"""
        before = count("/exits/", 504)
        with self.assertRaises(SystemExit):
            self.client.get("/exits/")
        self.assertEqual(count("/exits/", 504), before + 1)
        self.assertEqual(in_flight("/exits/"), 0)

    def test_streamed(self):
        """Django: an answer that is sent in pieces is counted and timed at its end"""
        labels = {"method": "GET", "route": "/streams/"}
        self.counted_once("/streams/", "/streams/", 200)
        total = REGISTRY.get_sample_value("board_request_duration_seconds_sum", labels)
        self.assertGreater(total, 0.05)

    def test_streamed_fails(self):
        """Django: an answer that breaks off is a 500"""
        before = count("/breaks-off/", 500)
        response = self.client.get("/breaks-off/")
        with self.assertRaises(RuntimeError):
            list(response.streaming_content)
        response.close()
        self.assertEqual(count("/breaks-off/", 500), before + 1)

    def test_streamed_gone(self):
        """Django: a client that goes amid its answer had the status with which that began"""
        before = count("/streams/", 200) or 0
        response = self.client.get("/streams/")
        next(iter(response.streaming_content))
        response.close()
        self.assertEqual(count("/streams/", 200), before + 1)
        self.assertEqual(in_flight("/streams/"), 0)

    def test_machines(self):
        """Django: machines are answered whatever their host, and not counted"""
        for path in ("/health", "/ready", "/metrics"):
            response = self.client.get(path, HTTP_HOST="10.0.0.7:8000")
            self.assertEqual(response.status_code, 200)
        self.assertIsNone(count("unmatched", 200))

    def test_open_metrics(self):
        """Django: the exposition is OpenMetrics where that is asked for"""
        asked = {"HTTP_ACCEPT": "application/openmetrics-text"}
        response = self.client.get("/metrics", **asked)
        kind = response["Content-Type"]
        self.assertTrue(kind.startswith("application/openmetrics-text; version="))
        texts["board"] = self.client.get("/metrics").content.decode()

    def test_request_id(self):
        """Django: a request has a number, the client's where it is sane"""
        response = self.client.get("/menus/1/", HTTP_X_REQUEST_ID="a-1")
        self.assertEqual(response["X-Request-ID"], "a-1")
        response = self.client.get("/menus/1/", HTTP_X_REQUEST_ID="a b")
        self.assertRegex(response["X-Request-ID"], "^[0-9a-f]{32}$")


class Beside(unittest.TestCase):
    """As django-prometheus's metrics stand in the same registry."""

    def setUp(self):
        def get_response(request):
            return HttpResponse("said")

        self.middleware = admin_monitoring.django.MonitoringMiddleware(get_response)
        self.ask = lambda path, **more: self.middleware(
            RequestFactory().get(path, **more)
        )

    def test_exposition(self):
        """beside django-prometheus it answers with all that is registered"""
        name = "django_http_requests_before_middlewares_total"
        Counter(name, "Requests received").inc()
        self.assertTrue(
            f"{name} 1.0" in self.ask("/metrics").content.decode().splitlines()
        )

    def test_health(self):
        """beside django-prometheus it tells whether the program lives and is ready"""
        self.assertEqual(self.ask("/health").status_code, 200)
        self.assertEqual(self.ask("/ready").status_code, 200)

    def test_numbers(self):
        """beside django-prometheus it numbers requests, and counts none"""
        response = self.ask("/menus/", HTTP_X_REQUEST_ID="c-3")
        self.assertEqual(response["X-Request-ID"], "c-3")
        with self.assertRaises(ImportError):
            import admin_monitoring.metrics  # noqa: F401
