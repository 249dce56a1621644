-- wrk -s requests.lua URL -- KEYS TARGETS: each request with the next target of the file TARGETS and the next key of the file
-- KEYS, since a key may only ask so often; a target with a body behind a tab is a POST of JSON. Says at the end:
-- figures REQUESTS ERRORS P50 P99 REQUESTS_A_SECOND, times in microseconds. Keep-alive is asked for by name: stock Pistache
-- closes otherwise.
local requests, at = {}, 0

local function lines_of(file)
  local lines = {}
  for line in io.lines(file) do lines[#lines + 1] = line end
  return lines
end

function init(arguments)
  local keys, targets = lines_of(arguments[1]), lines_of(arguments[2])
  for i = 0, math.max(#keys, #targets) - 1 do
    local headers = { Authorization = "Bearer " .. keys[i % #keys + 1], Connection = "keep-alive" }
    local target, body = targets[i % #targets + 1]:match("^([^\t]*)\t?(.*)$")
    if body ~= "" then headers["Content-Type"] = "application/json" end
    requests[i + 1] = wrk.format(body ~= "" and "POST" or "GET", target, headers, body ~= "" and body or nil)
  end
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  io.write(string.format("figures %d %d %d %d %.0f\n", summary.requests, failed, latency:percentile(50),
    latency:percentile(99), summary.requests * 1e6 / summary.duration))
end
