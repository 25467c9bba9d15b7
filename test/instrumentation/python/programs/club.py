"""sogangcomputerclub.org: memos in a database with a pool of connections."""

from fastapi import FastAPI
from monitoring import metrics, setup_monitoring

app = setup_monitoring(FastAPI(), "fastapi")


@app.get("/memos/{memo}")
async def memo(memo: int):
    metrics.memo_total().set(12)
    metrics.fastapi_active_connections().set(3)


@app.get("/fails")
def fails():
    raise RuntimeError("broken")


@app.get("/exhausts")
async def exhausts():
    metrics.fastapi_active_connections().set(30)
