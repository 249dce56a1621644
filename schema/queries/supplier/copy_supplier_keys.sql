copy supplier_key (key, supplier_id) from stdin (format binary)
