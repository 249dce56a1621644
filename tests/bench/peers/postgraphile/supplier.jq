"/graphql\t" + ({
  query: "query ($id: UUID!) { supplierByRowId(rowId: $id) { rowId name country lei registrationNumber } }",
  variables: {id}
} | tojson)
