-- Most filters of a list are absent: a plan for all of them alike could use no index.
set local plan_cache_mode = force_custom_plan
