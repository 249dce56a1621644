.data.searchSuppliers.nodes != []
