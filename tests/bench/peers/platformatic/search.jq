"/supplier/?where.name.ilike=\("%" + .query + "%" | @uri)&limit=25"
