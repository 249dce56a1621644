insert into mail_message (id, recipient, recipient_name, kind, subject, text, html, headers, queued_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
