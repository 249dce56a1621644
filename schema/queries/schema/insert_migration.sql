-- $1 number, $2 name, $3 text
insert into schema_migration (number, name, digest)
values ($1, $2, md5($3))
