-- wrk script: sends METHOD with BODY, taking turns over the lines of CREDENTIALS (a file of "Name: value" headers) and,
-- where it is given, over those of BODIES (a file with a body per line). With BATCH it reports that many events in each
-- request instead, no two of them alike. With PAUSE each connection rests after an answer, that many ms on average.
-- Ends with one line of JSON: what run.sh keeps of a measurement. Latencies are microseconds.
local method = os.getenv("METHOD") or "GET"
local credentials, bodies = os.getenv("CREDENTIALS"), os.getenv("BODIES")
local batch, pause = tonumber(os.getenv("BATCH")), tonumber(os.getenv("PAUSE"))
local content = batch and "application/cloudevents-batch+json" or "application/json"
local requests, turn = {}, 0

-- As long as the number that takes its place, so that the length of the request stays what its header says.
local PLACE = ("#"):rep(12)
local EVENT = '{"specversion":"1.0","type":"io.weir.bench","source":"/bench","id":"%s-%s-%d",'
  .. '"data":{"meter":"calls","quantity":1}}'

local function seed()
  local random = assert(io.open("/dev/urandom", "rb"))
  local bytes = random:read(8)
  random:close()
  return (bytes:gsub(".", function(byte) return ("%02x"):format(byte:byte()) end))
end

local thread = seed()
math.randomseed(tonumber(thread:sub(1, 8), 16))

local function lines(file)
  local all = {}
  for line in io.lines(file) do all[#all + 1] = line end
  return all
end

local function inTurn(all, number) return all[(number - 1) % math.max(1, #all) + 1] end

local function formatted(line, body)
  local headers = {}
  if body then headers["Content-Type"] = content end
  if line then
    local name, value = line:match("^([%w-]+): (.+)$")
    headers[name] = value
  end
  return wrk.format(method, nil, headers, body)
end

local function events()
  local all = {}
  for i = 1, batch do all[i] = EVENT:format(thread, PLACE, i) end
  return "[" .. table.concat(all, ",") .. "]"
end

-- A request cut at the places of its number: putting them together again is all that is left to do for each.
local function pieces(text)
  local all, from = {}, 1
  repeat
    local first, last = text:find(PLACE, from, true)
    all[#all + 1] = text:sub(from, first and first - 1)
    from = last and last + 1
  until not from
  return all
end

function init()
  local known = credentials and lines(credentials) or {}
  local said = bodies and lines(bodies) or { batch and events() or os.getenv("BODY") }
  for i = 1, math.max(1, #known, #said) do
    local text = formatted(inTurn(known, i), inTurn(said, i))
    requests[i] = batch and pieces(text) or text
  end
end

function request()
  turn = turn + 1
  local ready = inTurn(requests, turn)
  return batch and table.concat(ready, ("%012d"):format(turn)) or ready
end

-- wrk wants whole milliseconds. Evenly between nothing and twice the pause, so that connections don't march in step.
if pause then
  function delay()
    return math.floor(2 * pause * math.random() + math.random())
  end
end

function done(summary, latency)
  local e = summary.errors
  io.write(string.format(
    '{"seconds":%.3f,"answers":%d,"refused":%d,"broken":%d,"p50":%d,"p99":%d}\n',
    summary.duration / 1e6, summary.requests, e.status, e.connect + e.read + e.write + e.timeout,
    latency:percentile(50), latency:percentile(99)))
end
