"""Dashboards over much usage: `dashboards.py prepare|measure FOLDER`.

prepare  a customer for each of DASHBOARD_ROWS (dashboards), and the SQL that gives him that many rows of usage with the
         hourly sums that Weir would have made of them (dashboard-ROWS.sql); it ends by saying how many of those there
         are, and asks Weir's job to sum them up. How many hours that has not done yet: dashboard-ROWS-left.sql
measure  how long each page's figures take for each of them (dashboard-cells)
"""
import datetime
import html.parser
import http.client
import http.cookiejar
import json
import math
import os
import sys
import time
import urllib.parse
import urllib.request

from accounts import FOLDER, TENANT, URL, administrator, customer_of, ids, lines, login, run_of, whose

DAYS = 30
REQUESTS = 200
# Not measured: each page's plans in the server and in the database.
WARMUP = 50
PAGES = {
    "GET /api/usage/breakdown": "/api/usage/breakdown?meter=calls&by=endpoint&days=30",
    "GET /api/chat/stats": "/api/chat/stats?days=30",
    "GET /api/billing/usage": "/api/billing/usage",
    "GET /api/metering/events": "/api/metering/events?limit=100",
}
PORTAL_PAGE = {"GET /portal/usage/api": "/portal/usage/api?range=month"}

# Latencies below 20 ms, where a bucket of the histogram is a millisecond.
USAGE_SQL = """
INSERT INTO metering_usage (tenant_id, account_id, used_at, id, meter, quantity, endpoint, model, status, latency_ms,
  tokens)
SELECT '{tenant}', '{account}', TIMESTAMP'{since}' + INTERVAL ((n.seq - 1) * {millis} DIV {rows}) * 1000 MICROSECOND,
  {ids}, 'calls', 1, CONCAT('/bench/', n.chance % 5), CONCAT('model-', n.chance DIV 5 % 3), IF(n.chance DIV 15 % 20 = 0, 502, 200),
  n.chance DIV 300 % 20, 100
FROM (SELECT seq, CRC32(seq) AS chance FROM seq_{first}_to_{last}) n;
"""
SUMS_SQL = """
INSERT INTO metering_usage_hour (tenant_id, account_id, meter, hour_at, endpoint, operation, model, api_key_id, status,
  requests, errors, quantity, overage, tokens, latency_sum, latency_count)
SELECT '{tenant}', '{account}', 'calls', DATE_FORMAT(used_at, '%Y-%m-%d %H:00:00') AS busy_hour, endpoint, '', model,
  '{no_key}', status, SUM(requests), SUM(IF(status >= 400, requests, 0)), SUM(quantity), SUM(overage), SUM(tokens),
  SUM(latency_ms), COUNT(latency_ms)
FROM metering_usage WHERE {of_day} GROUP BY busy_hour, endpoint, model, status;
INSERT INTO metering_latency_hour (tenant_id, account_id, meter, hour_at, endpoint, operation, model, api_key_id, status,
  bucket, requests)
SELECT '{tenant}', '{account}', 'calls', DATE_FORMAT(used_at, '%Y-%m-%d %H:00:00') AS busy_hour, endpoint, '', model,
  '{no_key}', status, latency_ms, SUM(requests)
FROM metering_usage WHERE {of_day} GROUP BY busy_hour, endpoint, model, status, latency_ms;
"""
# As usage that came late: these hours were closed long ago, as far as Weir knows.
SUM_UP_SQL = """
INSERT IGNORE INTO metering_unsummed (tenant_id, account_id, hour_at, due_at)
SELECT DISTINCT tenant_id, account_id, hour_at, UTC_TIMESTAMP(3) FROM metering_usage_hour WHERE {holder};
"""
LEFT_SQL = "SELECT COUNT(*) FROM metering_unsummed WHERE {holder};\n"
COUNT_SQL = """
SELECT (SELECT COUNT(*) FROM metering_usage_hour WHERE {holder})
  + (SELECT COUNT(*) FROM metering_latency_hour WHERE {holder});
"""
# Without it INSERT … SELECT locks every row that it reads.
READ_COMMITTED = "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED;\n"


def filling(tenant, account, run, kind, rows):
    """A statement, and so a commit, for each day; the sums once all days are there."""
    since = datetime.datetime.now(datetime.timezone.utc).replace(minute=0, second=0, microsecond=0, tzinfo=None)
    days = [since - datetime.timedelta(days=DAYS - day) for day in range(DAYS + 1)]
    holder = f"tenant_id = '{tenant}' AND account_id = '{account}'"
    names = {"tenant": tenant, "account": account, "rows": rows, "ids": ids(run, kind), "since": days[0],
             "millis": DAYS * 86_400_000, "no_key": "00000000-0000-0000-0000-000000000000", "holder": holder}
    yield READ_COMMITTED
    for day in range(DAYS):
        yield USAGE_SQL.format(**names, first=rows * day // DAYS + 1, last=rows * (day + 1) // DAYS)
    for day, next_day in zip(days, days[1:]):
        yield SUMS_SQL.format(**names, of_day=f"{holder} AND used_at >= '{day}' AND used_at < '{next_day}'")
    yield SUM_UP_SQL.format(**names)
    yield COUNT_SQL.format(**names)


def prepare():
    plan, admin = json.loads((FOLDER / "plan").read_text()), administrator()
    for kind, rows in enumerate(map(int, os.environ["DASHBOARD_ROWS"].split()), start=16):
        customer, token = customer_of(plan, f"dashboard-{kind}", admin)
        with (FOLDER / "dashboards").open("a") as customers:
            customers.write(json.dumps({**customer, "rows": rows}) + "\n")
        tenant, account = whose(token)
        (FOLDER / f"dashboard-{rows}.sql").write_text("".join(filling(tenant, account, run_of(plan), kind, rows)))
        holder = f"tenant_id = '{tenant}' AND account_id = '{account}'"
        (FOLDER / f"dashboard-{rows}-left.sql").write_text(LEFT_SQL.format(holder=holder))


class Form(html.parser.HTMLParser):
    """What a browser would send back of a page of the portal."""

    def __init__(self, page):
        super().__init__()
        self.fields = {}
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "input" and attributes.get("type") == "hidden":
            self.fields[attributes["name"]] = attributes.get("value") or ""
        if attributes.get("nonce"):
            self.fields["primefaces.nonce"] = attributes["nonce"]


def portal_session(customer):
    """The session cookie that the portal gives to who signs in; None when it does not."""
    cookies = http.cookiejar.CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(cookies))
    page = f"{URL}/portal/login?tenant={TENANT}"
    try:
        with browser.open(page, timeout=30) as answer:
            fields = Form(answer.read().decode()).fields
        fields |= {"form:email": customer["email"], "form:password": customer["password"], "form:submit": "sign in"}
        browser.open(page, urllib.parse.urlencode(fields).encode(), timeout=30).close()
    except OSError as refused:
        print(f"bench: signing in at the portal: {refused}", file=sys.stderr)
    return next((f"{c.name}={c.value}" for c in cookies if c.name == "weir_session"), None)


def connection():
    address = urllib.parse.urlsplit(URL)
    kind = http.client.HTTPSConnection if address.scheme == "https" else http.client.HTTPConnection
    return kind(address.hostname, address.port, timeout=120)


def timed(server, page, headers):
    """Milliseconds until the whole answer is there."""
    started = time.perf_counter()
    server.request("GET", page, headers={"Accept": "application/json", **headers})
    answer = server.getresponse()
    text = answer.read()
    took = (time.perf_counter() - started) * 1000
    if answer.status != 200:
        raise SystemExit(f"bench: GET {page} answered {answer.status}: {text[:300].decode('utf8', 'replace')}")
    return took


def percentile(took, percent):
    return sorted(took)[math.ceil(len(took) * percent / 100) - 1]


def cells(pages, customers, headers):
    """All customers by turns, so that what happens to the machine meanwhile happens to all of them."""
    server = connection()
    for route, page in pages.items():
        took = [[] for _ in customers]
        for _ in range(WARMUP + REQUESTS):
            for times, header in zip(took, headers):
                times.append(timed(server, page, header))
        for times, customer in zip(took, customers):
            kept = times[WARMUP:]
            yield {"route": route, "rows": customer["rows"], "p50": percentile(kept, 50), "p95": percentile(kept, 95),
                   "sums": int((FOLDER / f"dashboard-{customer['rows']}.sums").read_text())}


def measure():
    customers = lines("dashboards")
    tokens = [login(c["email"], c["password"])["accessToken"] for c in customers]
    found = list(cells(PAGES, customers, [{"Authorization": "Bearer " + token} for token in tokens]))
    sessions = [portal_session(customer) for customer in customers]
    if all(sessions):
        found += cells(PORTAL_PAGE, customers, [{"Cookie": session} for session in sessions])
    else:
        print("bench: no session of the portal, so its figures are left out", file=sys.stderr)
    (FOLDER / "dashboard-cells").write_text("".join(json.dumps(cell) + "\n" for cell in found))


if __name__ == "__main__":
    {"prepare": prepare, "measure": measure}[sys.argv[1]]()
