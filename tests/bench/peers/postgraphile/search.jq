"/graphql\t" + ({
  query: "query ($text: String!) { searchSuppliers(text: $text, first: 25) { nodes { rowId name country lei registrationNumber } } }",
  variables: {text: .query}
} | tojson)
