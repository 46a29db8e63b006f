-- wrk script: sends METHOD with BODY, taking turns over the lines of CREDENTIALS (a file of "Name: value" headers).
-- Ends with one line of JSON: what run.sh keeps of a measurement. Latencies are microseconds.
local method = os.getenv("METHOD") or "GET"
local body = os.getenv("BODY")
local credentials = os.getenv("CREDENTIALS")
local requests, turn = {}, 0

local function formatted(line)
  local headers = {}
  if body then headers["Content-Type"] = "application/json" end
  if line then
    local name, value = line:match("^([%w-]+): (.+)$")
    headers[name] = value
  end
  return wrk.format(method, nil, headers, body)
end

function init()
  if credentials then
    for line in io.lines(credentials) do requests[#requests + 1] = formatted(line) end
  else
    requests[1] = formatted(nil)
  end
end

function request()
  turn = turn % #requests + 1
  return requests[turn]
end

function done(summary, latency)
  local e = summary.errors
  io.write(string.format(
    '{"seconds":%.3f,"answers":%d,"refused":%d,"broken":%d,"p50":%d,"p99":%d}\n',
    summary.duration / 1e6, summary.requests, e.status, e.connect + e.read + e.write + e.timeout,
    latency:percentile(50), latency:percentile(99)))
end
