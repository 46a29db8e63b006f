"""Prints a run as Markdown: `table.py FOLDER`, with the cells that run.sh left in FOLDER."""
import datetime
import json
import os
import pathlib
import re
import subprocess
import sys

FOLDER = pathlib.Path(sys.argv[1])
WHO = {"nobody": "–", "hot": "1 hot", "all": os.environ["ACCOUNTS"]}
CREDENTIAL = {"none": "–", "jwt": "JWT", "key": "API key"}


def output_of(*command):
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=20)
        return done.stdout + done.stderr
    except (OSError, subprocess.TimeoutExpired):
        return ""


def server_process(port):
    """The process that listens on a port of this machine; None when the kernel does not show it to us."""
    sockets = set()
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        for line in pathlib.Path(table).read_text().splitlines()[1:]:
            columns = line.split()
            if columns[3] == "0A" and int(columns[1].rsplit(":", 1)[1], 16) == port:
                sockets.add(f"socket:[{columns[9]}]")
    for descriptor in pathlib.Path("/proc").glob("[0-9]*/fd/*"):
        try:
            if os.readlink(descriptor) in sockets:
                return descriptor.parts[2]
        except OSError:
            continue
    return None


def jdk():
    port = re.search(r":(\d+)$", os.environ["WEIR_URL"])
    process = server_process(int(port.group(1)) if port else 80)
    java = os.readlink(f"/proc/{process}/exe") if process else ""
    if not java.endswith("/java"):
        return first_version(output_of("java", "-version")) + " (the one on the PATH)"
    return first_version(output_of(java, "-version"))


def first_version(text):
    found = re.search(r"\(build ([^)]+)\)", text)
    return found.group(1) if found else "unknown"


def processor():
    found = re.search(r"model name\s*: (.+)", pathlib.Path("/proc/cpuinfo").read_text())
    return found.group(1) if found else "unknown"


def conditions():
    counter = os.environ["FSYNC_COUNTER"]
    yield "Date", f"{datetime.datetime.now(datetime.timezone.utc):%Y-%m-%d %H:%M} UTC"
    yield "Cores", f"{os.cpu_count()} ({processor()}), shared by the load generator, Weir and MariaDB"
    yield "Linux", os.uname().release
    yield "JDK", jdk()
    yield "MariaDB", os.environ["DATABASE"] or "not asked (WEIR_DB_URL was not set)"
    yield "Load", f"{output_of('wrk', '-v').split(' [')[0]}, one thread, tenant {os.environ['TENANT']}"
    yield "Durations", f"{os.environ['WARMUP']} s of warm-up for each kind of request, {os.environ['DURATION']} s per line"
    if counter:
        yield "fsyncs", f"{counter} before and after each line" + (
            "" if counter == "Innodb_os_log_fsyncs" else ", all of InnoDB's: this MariaDB has no counter for its log alone")


def rate(cell):
    return (cell["load"]["answers"] - cell["load"]["refused"]) / cell["load"]["seconds"]


def line(cell):
    load = cell["load"]
    admitted = load["answers"] - load["refused"]
    counted = os.environ["FSYNC_COUNTER"] and cell["who"] != "nobody" and admitted
    faults = load["refused"] + load["broken"]
    return (cell["route"], WHO[cell["who"]], CREDENTIAL[cell["credential"]], str(cell["connections"]), f"{rate(cell):,.0f}",
            f"{load['p50'] / 1000:.2f}", f"{load['p99'] / 1000:.2f}", f"{cell['fsyncs'] / admitted:.4f}" if counted else "–",
            f"{faults:,}")


def ratios(cells):
    most = max(cell["connections"] for cell in cells)
    at_most = {(c["system"], c["who"], c["credential"]): rate(c) for c in cells if c["connections"] == most}
    ping, hot, key = (at_most.get(("weir", *k)) for k in (("nobody", "none"), ("hot", "jwt"), ("hot", "key")))
    yield f"One hot account ÷ no-op route (JWT, {most} connections)", f"{hot / ping:.2f}", "≥ 0.40"
    yield "The same with API key", f"{key / ping:.2f}", "≥ 0.40"
    yield f"A call with JWT costs more than one with API key (hot, {most})", f"{(key / hot - 1) * 100:+.1f} %", "≤ 5 %"
    for who in ("hot", "all"):
        peer, weir = at_most.get(("peer", who, "jwt")), at_most.get(("weir", who, "jwt"))
        if peer:
            aim = "≥ 10" if who == "hot" else "–"
            yield f"Weir ÷ peer, {WHO[who]} account{'' if who == 'hot' else 's'} (JWT, {most})", f"{weir / peer:.1f}", aim


def table(header, rows):
    print("| " + " | ".join(header) + " |")
    print("|" + "---|" * len(header))
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print()


def main():
    cells = [json.loads(text) for text in (FOLDER / "cells").read_text().splitlines()]
    table(("condition", "value"), conditions())
    table(("route", "accounts", "credential", "connections", "requests/s", "p50 ms", "p99 ms", "fsyncs per admitted call",
           "refused or broken"), map(line, cells))
    table(("ratio", "measured", "aim"), ratios(cells))
    seen = json.loads((FOLDER / "counted").read_text())
    difference = seen["counted"] - seen["answered"]
    print(f"Charges answered with 201, warm-up included: {seen['answered']:,}; counted on the accounts: {seen['counted']:,}. "
          f"The difference of {difference:,} was under way when wrk hung up; there can be {seen['unseen']:,} of those.")
    if not 0 <= difference <= seen["unseen"]:
        sys.exit("bench: what was counted does not fit what was answered")


if __name__ == "__main__":
    main()
