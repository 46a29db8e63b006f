"""Prints a run as Markdown: `table.py FOLDER`, with the cells that run.sh left in FOLDER."""
import datetime
import json
import os
import pathlib
import re
import subprocess
import sys

FOLDER = pathlib.Path(sys.argv[1])
WHO = {"nobody": "–", "hot": "1 hot", "all": os.environ["ACCOUNTS"], "crowd": f"{int(os.environ['CROWD']):,}"}
CREDENTIAL = {"none": "–", "jwt": "JWT", "key": "API key", "service": "service key"}


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


def admitted(cell):
    """Charges, or events."""
    return (cell["load"]["answers"] - cell["load"]["refused"]) * cell["batch"]


def rate(cell):
    return admitted(cell) / cell["load"]["seconds"]


def fsyncs(cell):
    """For each that was admitted; None where nobody counted them."""
    counted = os.environ["FSYNC_COUNTER"] and cell["who"] != "nobody" and admitted(cell)
    return cell["fsyncs"] / admitted(cell) if counted else None


def line(cell):
    load = cell["load"]
    each = fsyncs(cell)
    return (cell["route"], WHO[cell["who"]], CREDENTIAL[cell["credential"]], str(cell["connections"]), f"{rate(cell):,.0f}",
            f"{load['p50'] / 1000:.2f}", f"{load['p99'] / 1000:.2f}", "–" if each is None else f"{each:.4f}",
            f"{load['refused'] + load['broken']:,}")


def ratios(cells):
    """Of what there is: a run may have measured some parts alone."""
    at = {(c["part"], c["who"], c["credential"], c["connections"]): c for c in cells}
    most = int(os.environ["MOST"])
    yield from beside_no_op(at, most)
    yield from fsyncs_at_most(at, most)
    single, bare = at.get(("charges", "hot", "jwt", 1)), at.get(("bare", "hot", "none", 1))
    if single and bare:
        yield ("Single client ÷ one bare transaction (p50; hot, JWT)",
               f"{single['load']['p50'] / bare['load']['p50']:.2f}", "≤ 1.1")
    full, half = at.get(("charges", "hot", "jwt", most)), at.get(("half", "hot", "jwt", most))
    if full and half:
        yield f"Half load ÷ full load (hot, JWT, {most})", f"{rate(half) / rate(full):.2f}", "0.50"
    yield from beside_peer(at, most)


def beside_no_op(at, most):
    ping, jwt, key = (at.get((*k, most)) for k in (
        ("no-op", "nobody", "none"), ("charges", "hot", "jwt"), ("charges", "hot", "key")))
    if ping and jwt:
        yield f"One hot account ÷ no-op route (JWT, {most} connections)", f"{rate(jwt) / rate(ping):.2f}", "≥ 0.50"
    if ping and key:
        yield "The same with API key", f"{rate(key) / rate(ping):.2f}", "≥ 0.50"
    if jwt and key:
        dearer = (rate(key) / rate(jwt) - 1) * 100
        yield f"A call with JWT costs more than one with API key (hot, {most})", f"{dearer:+.1f} %", "≤ 5 %"


def fsyncs_at_most(at, most):
    for who, credential in (("hot", "jwt"), ("hot", "key"), ("all", "jwt"), ("all", "key"), ("crowd", "service")):
        cell = at.get(("charges", who, credential, most))
        if cell and fsyncs(cell) is not None:
            yield (f"fsyncs per admitted call ({WHO[who]}, {CREDENTIAL[credential]}, {most})", f"{fsyncs(cell):.3f}",
                   "≤ 0.1")


def beside_peer(at, most):
    for who in ("hot", "all"):
        peer, weir = at.get(("peer", who, "jwt", most)), at.get(("charges", who, "jwt", most))
        if peer and weir:
            aim = "≥ 10" if who == "hot" else "–"
            yield (f"Weir ÷ peer, {WHO[who]} account{'' if who == 'hot' else 's'} (JWT, {most})",
                   f"{rate(weir) / rate(peer):.1f}", aim)


def dashboard_line(cell):
    return cell["route"], f"{cell['rows']:,}", f"{cell['sums']:,}", f"{cell['p50']:.2f}", f"{cell['p95']:.2f}"


def dashboard_ratios(cells):
    for route in dict.fromkeys(cell["route"] for cell in cells):
        of_route = sorted((cell for cell in cells if cell["route"] == route), key=lambda cell: cell["rows"])
        few, many = of_route[0], of_route[-1]
        if few is not many:
            yield f"{route}, {many['rows']:,} ÷ {few['rows']:,} rows (p95)", f"{many['p95'] / few['p95']:.2f}", "≤ 1.5"


def closings():
    """For each size the moments and figures that were seen, in order."""
    file, seen = FOLDER / "closing", {}
    for text in file.read_text().splitlines() if file.exists() else []:
        many, moment, drafts, numbers = text.split()
        seen.setdefault(int(many), []).append((float(moment), int(drafts), int(numbers)))
    return seen


def reached(seen, column, figure):
    """When it was first seen."""
    return next(row[0] for row in seen if row[column] >= figure)


def closing_line(many, seen, first_rate):
    begun = ([row for row in seen if row[1] == 0] or seen)[-1 if seen[0][1] == 0 else 0][0]
    drafted, final, renewed = reached(seen, 1, many), reached(seen, 2, many), reached(seen, 2, 2 * many)
    rate = 2 * many / (renewed - begun)
    return (f"{many:,}", f"{many / (drafted - begun):,.0f}", f"{many / (final - drafted):,.0f}",
            f"{many / (renewed - final):,.0f}", f"{renewed - begun:,.1f}", f"{rate:,.0f}",
            f"{(first_rate or rate) / rate:.2f}"), first_rate or rate


def closing_lines(seen):
    first = None
    for many, rows in sorted(seen.items()):
        text, first = closing_line(many, rows, first)
        yield text


def table(header, rows):
    print("| " + " | ".join(header) + " |")
    print("|" + "---|" * len(header))
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print()


def lines(name):
    file = FOLDER / name
    return [json.loads(text) for text in file.read_text().splitlines()] if file.exists() else []


def main():
    cells, dashboards = lines("cells"), lines("dashboard-cells")
    table(("condition", "value"), conditions())
    if cells:
        table(("route", "accounts", "credential", "connections", "calls or events/s", "p50 ms", "p99 ms",
               "fsyncs per admitted call or event", "refused or broken"), map(line, cells))
    if dashboards:
        table(("dashboard", "usage rows", "hourly sums", "p50 ms", "p95 ms"), map(dashboard_line, dashboards))
    if closings():
        table(("subscriptions", "drafts/s", "made final/s", "next period/s", "seconds in all", "invoices/s",
               "time per invoice ÷ the first line's"), closing_lines(closings()))
    compared = [*ratios(cells), *dashboard_ratios(dashboards)]
    if compared:
        table(("ratio", "measured", "aim"), compared)
    if cells:
        check(json.loads((FOLDER / "counted").read_text()))


def check(seen):
    difference = seen["counted"] - seen["answered"]
    print(f"Charges and events that were answered, warm-up included: {seen['answered']:,}; counted on the accounts: "
          f"{seen['counted']:,}. The difference of {difference:,} was under way when wrk hung up; there can be "
          f"{seen['unseen']:,} of those.")
    if not 0 <= difference <= seen["unseen"]:
        sys.exit("bench: what was counted does not fit what was answered")


if __name__ == "__main__":
    main()
