length > 0
