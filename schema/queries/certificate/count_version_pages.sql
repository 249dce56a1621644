select pg_relation_size('certificate_version') / current_setting('block_size')::bigint as pages
