select replaces
from certificate_version
where replaces is not null
