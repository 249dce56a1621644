begin transaction isolation level read committed read write
