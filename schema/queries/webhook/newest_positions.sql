select (select coalesce(max(id), 0) from finding_event) as finding_event,
       (select coalesce(max(number), 0) from decision) as decision,
       (select coalesce(max(id), 0) from register_change) as register_change
