"""What an application does and waits for, by the packages of ecoeco and of a shop."""

import asyncio
import os
import time
import unittest

from asked import ask as asked
from asked import value
from fastapi import Depends, FastAPI
from fastapi.responses import StreamingResponse

from monitoring import gpt_call, s3_upload
from shop import query, refund


def calls(status, model="m"):
    return value("gpt_api_requests_total", model=model, status=status)


def timed(model="m"):
    return value("gpt_api_request_duration_seconds_count", model=model)


class Operations(unittest.IsolatedAsyncioTestCase):
    def counted(self, status):
        """Counts one, and nothing of the other end."""
        other = "error" if status == "success" else "success"
        before = (calls(status) or 0, calls(other) or 0, timed() or 0)

        def held():
            after = (calls(status), calls(other), timed())
            self.assertEqual(after, (before[0] + 1, before[1], before[2] + 1))

        return held

    def test_a_decorated(self):
        """both ends of a function are there at 0 when it is decorated"""

        @gpt_call(model="new")
        def ask():
            pass

        self.assertEqual((calls("success", "new"), calls("error", "new")), (0, 0))
        self.assertEqual(timed("new"), 0)

    def test_function(self):
        """a function that returns is a success, and returns what it did"""
        held = self.counted("success")
        self.assertEqual(gpt_call(model="m")(lambda a, b=1: a + b)(2, b=3), 5)
        held()

    def test_raises(self):
        """a function that raises is a failure, once, and the exception goes on"""
        held = self.counted("error")

        @gpt_call(model="m")
        def ask():
            raise ValueError("no")

        with self.assertRaisesRegex(ValueError, "no"):
            ask()
        held()

    async def test_coroutine(self):
        """a coroutine is timed until it is done"""
        before = value("gpt_api_request_duration_seconds_sum", model="m") or 0

        @gpt_call(model="m")
        async def ask():
            await asyncio.sleep(0.05)
            return "said"

        held = self.counted("success")
        self.assertEqual(await ask(), "said")
        held()
        after = value("gpt_api_request_duration_seconds_sum", model="m")
        self.assertGreater(after - before, 0.04)

    async def test_cancelled(self):
        """a coroutine that is cancelled is a failure, once, and stays cancelled"""

        @gpt_call(model="m")
        async def ask():
            await asyncio.sleep(60)

        held = self.counted("error")
        with self.assertRaises(asyncio.TimeoutError):
            await asyncio.wait_for(ask(), 0.01)
        held()

    async def test_stream(self):
        """an asynchronous generator is timed until its last piece"""

        @gpt_call(model="m")
        async def pieces():
            yield 1
            await asyncio.sleep(0.01)
            yield 2

        held = self.counted("success")
        self.assertEqual([each async for each in pieces()], [1, 2])
        held()

    async def test_stream_breaks(self):
        """a generator that breaks off is a failure"""

        @gpt_call(model="m")
        async def pieces():
            yield 1
            raise ConnectionError

        held = self.counted("error")
        with self.assertRaises(ConnectionError):
            [each async for each in pieces()]
        held()

    def test_generator(self):
        """a generator that is closed early has succeeded"""

        @gpt_call(model="m")
        def pieces():
            yield 1
            yield 2

        held = self.counted("success")
        made = pieces()
        next(made)
        made.close()
        held()

    def test_block(self):
        """a block is counted by the labels that it was made with, and its failure goes on"""
        upload = s3_upload(bucket="photos")
        labels = {"bucket": "photos", "status": "failure"}
        self.assertEqual(value("s3_upload_total", **labels), 0)
        with self.assertRaises(OSError):
            with upload():
                raise OSError("no bucket")
        self.assertEqual(value("s3_upload_total", **labels), 1)
        with upload():
            pass
        self.assertEqual(value("s3_upload_total", bucket="photos", status="success"), 1)

    async def test_together(self):
        """one that is made once times many that run at once, each by itself"""
        upload = s3_upload(bucket="many")

        async def one(seconds):
            async with upload():
                await asyncio.sleep(seconds)

        await asyncio.gather(one(0.1), one(0.01), one(0.05))
        total = value("s3_upload_duration_seconds_sum", bucket="many")
        self.assertEqual(value("s3_upload_total", bucket="many", status="success"), 3)
        self.assertTrue(0.15 < total < 0.3, total)

    async def test_streamed_block(self):
        """a block around what a sync generator streams is counted once, and the client gets all"""
        call = gpt_call(model="m")
        app = FastAPI()

        @app.get("/")
        def answer():
            def pieces():
                with call():
                    yield "a"
                    time.sleep(0.01)
                    yield "b"

            return StreamingResponse(pieces())

        held = self.counted("success")
        self.assertEqual((await asked(app, "/")).text, "ab")
        held()

    async def test_dependency_block(self):
        """a block around the yield of a sync dependency of FastAPI is counted once"""
        call = gpt_call(model="m")
        app = FastAPI()

        def client():
            with call():
                yield "said"

        @app.get("/")
        def answer(said: str = Depends(client)):
            return said

        held = self.counted("success")
        self.assertEqual((await asked(app, "/")).text, '"said"')
        held()

    async def test_nested(self):
        """blocks within each other are timed each by itself, streamed by a sync generator too"""
        upload = s3_upload(bucket="nested")
        call = gpt_call(model="nested")
        app = FastAPI()

        @app.get("/")
        def answer():
            def pieces():
                with upload():
                    time.sleep(0.1)
                    with call():
                        yield "a"
                        time.sleep(0.02)

            return StreamingResponse(pieces())

        await asked(app, "/")
        inner = value("gpt_api_request_duration_seconds_sum", model="nested")
        outer = value("s3_upload_duration_seconds_sum", bucket="nested")
        self.assertTrue(0.02 <= inner < 0.1 < outer, (inner, outer))

    def test_exit(self):
        """a program that ends within is a failure"""
        held = self.counted("error")
        with self.assertRaises(SystemExit):
            with gpt_call(model="m")():
                raise SystemExit
        held()

    def test_slow(self):
        """what takes longer than it should is counted as slow, and other things are not"""
        slow = query(table="menus")
        before = value("shop_slow_queries_total", table="menus")
        with slow():
            pass
        self.assertEqual(value("shop_slow_queries_total", table="menus"), before)
        with slow():
            time.sleep(0.06)
        self.assertEqual(value("shop_slow_queries_total", table="menus"), before + 1)

    def test_outcome_of_duration(self):
        """a duration that tells how it ended begins at 0 for both ends"""
        query(table="new")
        for status in ("success", "error"):
            labels = {"table": "new", "status": status}
            self.assertEqual(value("shop_query_duration_seconds_count", **labels), 0)

    def test_nothing_told(self):
        """what has no labels is counted too"""

        @refund()
        def pay():
            pass

        pay()
        self.assertEqual(value("shop_refunds_total", status="done"), 1)
