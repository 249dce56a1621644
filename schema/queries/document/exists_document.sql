select exists (select from document where id = $1 and (bytes is not null or pieces is not null))
