select key, id
from certificate
where key = any ($1::text[])
