-- wrk -s keys.lua URL -- KEYS: each request with the next key of the file KEYS, since a key may only ask so often.
-- Keep-alive is asked for by name: stock Pistache closes otherwise.
local requests, at = {}, 0

function init(arguments)
  for key in io.lines(arguments[1]) do
    local headers = { Authorization = "Bearer " .. key, Connection = "keep-alive" }
    requests[#requests + 1] = wrk.format(nil, nil, headers)
  end
end

function request()
  at = at % #requests + 1
  return requests[at]
end
