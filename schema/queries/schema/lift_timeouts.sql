-- A migration may rewrite a large table, or wait for the program that migrates already.
select set_config('statement_timeout', '0', true),
       set_config('lock_timeout', '0', true),
       set_config('idle_in_transaction_session_timeout', '0', true)
