-- Changes with everything that decides over what is due, but for the day.
select concat_ws('/', (select max(id) from finding_event), (select max(number) from decision),
                 (select max(version) from policy_version),
                 (select concat_ws(',', count(*), max(recorded_at)) from relationship_version)) as position
