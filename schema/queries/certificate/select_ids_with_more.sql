-- certificates of which more is known than their versions
select certificate_id from register_check
union
select certificate_id from scope_reading
