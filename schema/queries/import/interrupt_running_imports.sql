update import_run
set state = 'interrupted', finished_at = $1
where state = 'running'
