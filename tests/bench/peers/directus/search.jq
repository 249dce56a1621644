"/items/supplier?filter%5Bname%5D%5B_icontains%5D=\(.query | @uri)&limit=25"
