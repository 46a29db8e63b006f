"""The benchmark's customers: `accounts.py prepare|sign-in|count|retire FOLDER`. What it knows of them is kept in FOLDER.

prepare  a plan with room for any number of calls, ACCOUNTS customers who bought it, an API key for each
sign-in  an access token for each: hot.jwt and all.jwt, and the time until which they are good
count    what Weir counted on the customers against what wrk saw answered
retire   revokes the keys, ends the subscriptions, takes the plan off sale
"""
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
WARMUP_CONNECTIONS = 64


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


def prepare():
    admin = administrator()
    run = secrets.token_hex(4)
    plan = call("POST", "/api/admin/packages/subscriptions", {
        "slug": f"bench-{run}", "name": f"Benchmark {run}", "description": "Made by src/bench; not for sale to anybody.",
        "price": 1, "durationDays": 30, "maxVirtualPortfolios": 1, "apiLimit": CALLS, "requestsPerMinute": 0}, admin)
    customers, turn = [], threading.Lock()
    (FOLDER / "plan").write_text(json.dumps(plan))

    def make(number):
        customer = {"email": f"bench-{run}-{number}@example.com", "password": "Aq9!" + secrets.token_urlsafe(12)}
        call("POST", "/api/auth/register", {**customer, "fullName": f"Benchmark {number}"})
        token = login(**customer)["accessToken"]
        payment = call("POST", "/api/payment/create", {"packageId": plan["id"], "gateway": "manual"}, token)
        call("POST", f"/api/admin/payments/{payment['id']}/approve", {"note": "benchmark"}, admin)
        key = call("POST", "/api/keys", {"name": "benchmark", "tier": plan["slug"]}, token)
        customer.update(keyId=key["id"], key=key["key"], subscription=call("GET", "/api/subscription", token=token)["id"])
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


def count():
    sign_in()
    tokens = [line.split()[-1] for line in (FOLDER / "all.jwt").read_text().splitlines()]
    counted = sum(everyone(lambda t: call("GET", "/api/chat/usage", token=t)["currentUsage"], tokens))
    cells = [cell for cell in map(json.loads, (FOLDER / "cells").read_text().splitlines()) if cell["who"] != "nobody"]
    warmups = [json.loads(line) for line in (FOLDER / "warmups").read_text().splitlines()]
    answered = sum(load["answers"] - load["refused"] for load in [cell["load"] for cell in cells] + warmups)
    # When wrk hangs up, each of its connections may have a charge under way whose answer it does not see.
    unseen = sum(cell["connections"] for cell in cells) + WARMUP_CONNECTIONS * len(warmups)
    (FOLDER / "counted").write_text(json.dumps({"answered": answered, "counted": counted, "unseen": unseen}))


def retire():
    if not (FOLDER / "plan").exists():
        return
    plan = json.loads((FOLDER / "plan").read_text())

    def leave(customer):
        token = login(customer["email"], customer["password"])["accessToken"]
        call("DELETE", f"/api/keys/{customer['keyId']}", token=token, accepted=(204, 404))
        call("PUT", f"/api/billing/subscriptions/{customer['subscription']}/cancel", {"atPeriodEnd": False}, token)

    if (FOLDER / "customers").exists():
        everyone(leave, known())
    call("DELETE", f"/api/admin/packages/subscriptions/{plan['id']}", token=administrator())


if __name__ == "__main__":
    {"prepare": prepare, "sign-in": sign_in, "count": count, "retire": retire}[sys.argv[1]]()
