select pg_relation_size('supplier_version') / current_setting('block_size')::bigint as pages
