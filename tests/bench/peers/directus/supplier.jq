"/items/supplier/\(.id)"
