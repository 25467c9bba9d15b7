"""What the package of a shop tells beside: sizes, closed sets, paths of its own."""

import unittest

from asked import Client, ask, started, value
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from told import texts

from shop import metrics, setup_monitoring


async def echo(request):
    body = await request.body()
    return PlainTextResponse(body * 2)


app = Starlette(routes=[Route("/echo", echo, methods=["POST"]), Route("/ping", echo)])
setup_monitoring(app, "shop")


class Shop(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        await started(app)

    async def test_a_closed(self):
        """what the application itself counts is there at 0, with all values of closed labels"""
        for method in ("card", "cash"):
            for state in ("new", "paid"):
                labels = {"method": method, "state": state}
                self.assertEqual(value("shop_orders_total", **labels), 0)

    async def test_sizes(self):
        """bodies of both directions are measured"""
        await ask(app, "/echo", "POST", client=Client(b"x" * 60))
        labels = {"method": "POST", "path": "/echo"}
        self.assertEqual(value("shop_http_request_size_bytes_sum", **labels), 60)
        self.assertEqual(value("shop_http_response_size_bytes_sum", **labels), 120)
        self.assertEqual(value("shop_http_requests_in_flight"), 0)

    async def test_statuses(self):
        """a duration with the status begins at 0 for failures"""
        labels = {"method": "POST", "path": "/echo", "code": "500"}
        self.assertEqual(value("shop_http_request_duration_seconds_count", **labels), 0)

    async def test_paths(self):
        """it answers at the paths of its description, and counts none of those that it names"""
        self.assertEqual((await ask(app, "/live")).status, 200)
        self.assertEqual((await ask(app, "/health")).status, 404)
        await ask(app, "/ping")
        labels = {"method": "GET", "path": "/ping", "code": "200"}
        self.assertIsNone(value("shop_http_requests_total", **labels))

    async def test_exported(self):
        """all of its catalogue is exported once its code has told of it"""
        metrics.shop_stock().labels(thing="apple").set(3)
        texts["shop"] = (await ask(app, "/metrics")).text
        self.assertIn('shop_stock{thing="apple"} 3.0', texts["shop"])
