"/supplier/\(.id)"
