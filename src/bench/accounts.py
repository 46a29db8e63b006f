"""The benchmark's customers: `accounts.py prepare|sign-in|crowd|count|retire FOLDER`. What it knows of them is kept in
FOLDER.

prepare  a plan with room for any number of calls, ACCOUNTS customers who bought it, an API key for each
sign-in  an access token for each: hot.jwt and all.jwt, and the time until which they are good
crowd    a service key (crowd.service), a charge for each of CROWD accounts (crowd.bodies), and the SQL that makes them
         in the image of the first customer (crowd.sql) and adds up what they have used (crowd-used.sql)
count    what Weir counted on the customers against what wrk saw answered
retire   revokes the keys, ends the subscriptions, takes the plan off sale
"""
import base64
import concurrent.futures
import json
import os
import pathlib
import secrets
import sys
import threading
import time
import urllib.error
import urllib.request

URL = os.environ["WEIR_URL"]
TENANT = os.environ["TENANT"]
ACCOUNTS = int(os.environ["ACCOUNTS"])
FOLDER = pathlib.Path(sys.argv[2])
# The most that a plan may grant; requests per minute 0 means no limit.
CALLS = 100_000_000_000_000
AT_ONCE = 4
# A run's name is in the ids of its rows, so that no two runs have the same.
CROWD_SQL = """
INSERT INTO tenancy_account (tenant_id, id, name, owner_user_id, email, created_at, version)
SELECT a.tenant_id, {accounts}, CONCAT('Benchmark crowd ', n.seq), a.owner_user_id,
  CONCAT('bench-{run}-crowd-', n.seq, '@example.com'), a.created_at, a.version
FROM tenancy_account a CROSS JOIN seq_1_to_{crowd} n
WHERE a.tenant_id = '{tenant}' AND a.id = '{account}';
INSERT INTO metering_allowance (tenant_id, account_id, meter, id, granted, used, reserved, starts_at, ends_at,
  rests_from, rests_until, source, created_at, overage, overage_percent)
SELECT m.tenant_id, {accounts}, m.meter, {allowances}, m.granted, 0, 0, m.starts_at, m.ends_at, m.rests_from,
  m.rests_until, m.source, m.created_at, 0, m.overage_percent
FROM (SELECT * FROM metering_allowance WHERE tenant_id = '{tenant}' AND account_id = '{account}' AND meter = 'calls'
  ORDER BY granted DESC LIMIT 1) m CROSS JOIN seq_1_to_{crowd} n;
"""
CROWD_USED_SQL = """
SELECT COUNT(*), COALESCE(SUM(used), 0) FROM metering_allowance
WHERE tenant_id = '{tenant}' AND meter = 'calls' AND CAST(account_id AS CHAR) LIKE '{prefix}%';
"""


def call(method, path, body=None, token=None, accepted=(200, 201, 202, 204)):
    headers = {"Accept": "application/json", "X-Tenant": TENANT}
    if token:
        headers["Authorization"] = "Bearer " + token
    if body is not None:
        headers["Content-Type"] = "application/json"
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(URL + path, data=data, method=method, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            status, text = answer.status, answer.read()
    except urllib.error.HTTPError as refused:
        status, text = refused.code, refused.read()
    except OSError as unreachable:
        raise SystemExit(f"bench: {method} {path}: {unreachable}")
    if status not in accepted:
        raise SystemExit(f"bench: {method} {path} answered {status}: {text[:300].decode('utf8', 'replace')}")
    return json.loads(text) if text else None


def login(email, password):
    return call("POST", "/api/auth/login", {"email": email, "password": password})


def administrator():
    return login(f"admin@{TENANT}.example", os.environ["WEIR_ADMIN_PASSWORD"])["accessToken"]


def everyone(work, customers):
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(work, customers))


def known():
    return json.loads((FOLDER / "customers").read_text())


def write_credentials(name, lines):
    (FOLDER / f"all.{name}").write_text("".join(line + "\n" for line in lines))
    (FOLDER / f"hot.{name}").write_text(lines[0] + "\n")


def run_of(plan):
    return plan["slug"].removeprefix("bench-")


def prefix(run, kind):
    """Of the ids of rows that a run puts into the database; the last group of their digits is the row's number."""
    return f"{run}-{kind:04x}-4000-8000-"


def ids(run, kind):
    return f"CONCAT('{prefix(run, kind)}', LPAD(LOWER(HEX(n.seq)), 12, '0'))"


def whose(token):
    """The tenant and the account that a token speaks for."""
    claims = token.split(".")[1]
    said = json.loads(base64.urlsafe_b64decode(claims + "=" * (-len(claims) % 4)))
    return said["tid"], said["acc"]


def customer_of(plan, name, admin):
    """Registers somebody who buys the plan; answers also with the token."""
    customer = {"email": f"bench-{run_of(plan)}-{name}@example.com", "password": "Aq9!" + secrets.token_urlsafe(12)}
    call("POST", "/api/auth/register", {**customer, "fullName": f"Benchmark {name}"})
    token = login(**customer)["accessToken"]
    payment = call("POST", "/api/payment/create", {"packageId": plan["id"], "gateway": "manual"}, token)
    call("POST", f"/api/admin/payments/{payment['id']}/approve", {"note": "benchmark"}, admin)
    customer.update(subscription=call("GET", "/api/subscription", token=token)["id"])
    return customer, token


def prepare():
    admin = administrator()
    run = secrets.token_hex(4)
    plan = call("POST", "/api/admin/packages/subscriptions", {
        "slug": f"bench-{run}", "name": f"Benchmark {run}", "description": "Made by src/bench; not for sale to anybody.",
        "price": 1, "durationDays": 30, "maxVirtualPortfolios": 1, "apiLimit": CALLS, "requestsPerMinute": 0}, admin)
    customers, turn = [], threading.Lock()
    (FOLDER / "plan").write_text(json.dumps(plan))

    def make(number):
        customer, token = customer_of(plan, number, admin)
        key = call("POST", "/api/keys", {"name": "benchmark", "tier": plan["slug"]}, token)
        customer.update(keyId=key["id"], key=key["key"])
        with turn:
            customers.append(customer)
            (FOLDER / "customers").write_text(json.dumps(customers))

    make(1)
    everyone(make, range(2, ACCOUNTS + 1))
    write_credentials("key", ["X-API-Key: " + c["key"] for c in known()])


def sign_in():
    started = time.time()
    tokens = everyone(lambda c: login(c["email"], c["password"]), known())
    write_credentials("jwt", ["Authorization: Bearer " + t["accessToken"] for t in tokens])
    (FOLDER / "expires").write_text(str(int(started + tokens[0]["expiresIn"])))


def crowd():
    size = int(os.environ["CROWD"])
    run = run_of(json.loads((FOLDER / "plan").read_text()))
    tenant, account = whose(login(known()[0]["email"], known()[0]["password"])["accessToken"])
    names = {"run": run, "tenant": tenant, "account": account, "crowd": size, "prefix": prefix(run, 1),
             "accounts": ids(run, 1), "allowances": ids(run, 2)}
    (FOLDER / "crowd.sql").write_text(CROWD_SQL.format(**names))
    (FOLDER / "crowd-used.sql").write_text(CROWD_USED_SQL.format(**names))
    charges = ({"meter": "calls", "quantity": 1, "account": f"{prefix(run, 1)}{n:012x}"} for n in range(1, size + 1))
    (FOLDER / "crowd.bodies").write_text("".join(json.dumps(charge) + "\n" for charge in charges))
    key = call("POST", "/api/admin/service-keys", {"name": f"bench-{run}"}, administrator())
    (FOLDER / "service-key").write_text(key["id"])
    (FOLDER / "crowd.service").write_text(f"X-API-Key: {key['key']}\n")


def lines(name):
    file = FOLDER / name
    return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []


def count():
    sign_in()
    tokens = [line.split()[-1] for line in (FOLDER / "all.jwt").read_text().splitlines()]
    counted = sum(everyone(lambda t: call("GET", "/api/chat/usage", token=t)["currentUsage"], tokens))
    if (FOLDER / "crowd-used").exists():
        counted += int((FOLDER / "crowd-used").read_text().split()[1])
    loads = lines("warmups") + [c for c in lines("cells") if c["system"] == "weir" and c["who"] != "nobody"]
    answered = sum((load["load"]["answers"] - load["load"]["refused"]) * load["batch"] for load in loads)
    # When wrk hangs up, each of its connections may have a request under way whose answer it does not see.
    unseen = sum(load["connections"] * load["batch"] for load in loads)
    (FOLDER / "counted").write_text(json.dumps({"answered": answered, "counted": counted, "unseen": unseen}))


def retire():
    if not (FOLDER / "plan").exists():
        return
    plan = json.loads((FOLDER / "plan").read_text())

    def leave(customer):
        token = login(customer["email"], customer["password"])["accessToken"]
        if "keyId" in customer:
            call("DELETE", f"/api/keys/{customer['keyId']}", token=token, accepted=(204, 404))
        call("PUT", f"/api/billing/subscriptions/{customer['subscription']}/cancel", {"atPeriodEnd": False}, token)

    if (FOLDER / "customers").exists():
        everyone(leave, known())
    everyone(leave, lines("dashboards"))
    admin = administrator()
    if (FOLDER / "service-key").exists():
        service_key = (FOLDER / "service-key").read_text()
        call("DELETE", f"/api/admin/service-keys/{service_key}", token=admin, accepted=(204, 404))
    call("DELETE", f"/api/admin/packages/subscriptions/{plan['id']}", token=admin)


if __name__ == "__main__":
    {"prepare": prepare, "sign-in": sign_in, "crowd": crowd, "count": count, "retire": retire}[sys.argv[1]]()
