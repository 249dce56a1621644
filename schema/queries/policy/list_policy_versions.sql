select body
from policy_version
order by version desc
