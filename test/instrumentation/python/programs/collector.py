"""Observer: collects over connections, and writes files."""

import asyncio

from fastapi import FastAPI
from monitoring import metrics, setup_monitoring

app = setup_monitoring(FastAPI(), "observer")


@app.get("/ticks")
async def ticks():
    metrics.observer_active_connections().set(3)
    metrics.observer_jsonl_files_written_total().labels(track="swing").inc()


@app.get("/fails")
def fails():
    raise RuntimeError("broken")


@app.get("/slow")
async def slow():
    await asyncio.sleep(7)


@app.get("/idle")
async def idle():
    metrics.observer_active_connections().set(3)


@app.get("/hangs-up")
async def hangs_up():
    metrics.observer_active_connections().set(0)
