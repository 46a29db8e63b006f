#!/usr/bin/env python3
"""Asks every GET route of a running Weir, once as nobody and once as an administrator, and prints the statuses.

    WEIR_ADMIN_PASSWORD=… src/checks/routes.py

The routes come from /openapi. A {parameter} is taken from the first item of the list above it, else it is an id that
nobody has, for which 404 is the right answer. Nothing is changed but the administrator's session, which is ended again.
Fails when a route answers with a 5xx, with something that is neither JSON nor a table, with an error that is not a problem document, or
lets nobody in where a token is asked for elsewhere; and when src/docs/api.md and /openapi name different routes.
"""
import json
import os
import pathlib
import re
import sys
import urllib.error
import urllib.request

URL = os.environ.get("WEIR_URL", "http://127.0.0.1:9080").rstrip("/")
TENANT = os.environ.get("TENANT", "platform")
NOBODYS_ID = "00000000-0000-7000-8000-000000000000"
METHODS = ("get", "put", "post", "delete", "patch", "head", "options")
# What anybody may read, by the contract; everything else asks for a token.
PUBLIC = re.compile(r"/api/(health(/\w+)?|ping|plans|billing/plans|credits/(plans|packages)|payment/config|api-extensions/packages(/\{id})?)")


class Answer:
    def __init__(self, status, kind, text):
        self.status, self.kind = status, kind
        try:
            self.json = json.loads(text)
        except ValueError:
            self.json = None

    def fault(self):
        if self.status >= 500:
            return f"answers {self.status}"
        if self.json is None and not (self.status == 200 and self.kind == "text/csv"):
            return f"{self.status} is not JSON but {self.kind}"
        if self.status >= 400 and not (isinstance(self.json, dict) and self.json.get("code") and self.json.get("status") == self.status):
            return f"{self.status} is not a problem document"
        return None


def ask(method, path, token=None, body=None):
    headers = {"Accept": "application/json", "X-Tenant": TENANT}
    if token:
        headers["Authorization"] = "Bearer " + token
    if body is not None:
        headers["Content-Type"] = "application/json"
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(URL + path, data=data, method=method, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=30) as a:
            return Answer(a.status, a.headers.get_content_type(), a.read())
    except urllib.error.HTTPError as e:
        return Answer(e.code, e.headers.get_content_type(), e.read())
    except OSError as unreachable:
        sys.exit(f"{URL}{path}: {unreachable}")


def filled(path, token):
    """The path with its parameters replaced, left to right."""
    while "{" in path:
        start, end = path.index("{"), path.index("}")
        above = ask("GET", path[:start].rstrip("/"), token)
        items = above.json if isinstance(above.json, list) else (above.json or {}).get("items", []) if above.status == 200 else []
        found = items[0].get("id", NOBODYS_ID) if items and isinstance(items[0], dict) else NOBODYS_ID
        path = path[:start] + found + path[end + 1:]
    return path


def drift(paths):
    """Routes that only /openapi or only the document has."""
    described = {f"{m.upper()} {p}" for p, operations in paths.items() for m in operations if m in METHODS}
    index = pathlib.Path(__file__).resolve().parent.parent / "docs" / "api.md"
    listed = set(re.findall(r"^\| `(\w+) (/api/[^`]*)`", index.read_text(), re.MULTILINE))
    listed = {f"{method} {path}" for method, path in listed}
    yield from (f"{route}: not in src/docs/api.md" for route in sorted(described - listed))
    yield from (f"{route}: in src/docs/api.md, not in /openapi" for route in sorted(listed - described))


def main():
    password = os.environ.get("WEIR_ADMIN_PASSWORD") or sys.exit("WEIR_ADMIN_PASSWORD is not set")
    paths = ask("GET", "/openapi?format=JSON").json["paths"]
    signed_in = ask("POST", "/api/auth/login", body={"email": f"admin@{TENANT}.example", "password": password})
    if signed_in.status != 200:
        sys.exit(f"the administrator of {TENANT} cannot sign in: {signed_in.status} {signed_in.json}")
    token, faults = signed_in.json["accessToken"], list(drift(paths))
    print(f"{'nobody':>6} {'admin':>6}  route")
    for path in sorted(p for p, operations in paths.items() if "get" in operations):
        target = filled(path, token)
        nobody, admin = ask("GET", target), ask("GET", target, token)
        print(f"{nobody.status:6} {admin.status:6}  {path}")
        faults += [f"GET {path} as {who}: {a.fault()}" for who, a in (("nobody", nobody), ("administrator", admin)) if a.fault()]
        if nobody.status != 401 and not PUBLIC.fullmatch(path):
            faults.append(f"GET {path}: answers {nobody.status} to nobody, not 401")
    ask("POST", "/api/auth/logout", token)
    for fault in faults:
        print("FAULT", fault)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
