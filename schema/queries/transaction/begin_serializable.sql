begin transaction isolation level serializable read write
