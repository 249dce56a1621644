.data != []
