select id
from document
where access = 'agreement'
