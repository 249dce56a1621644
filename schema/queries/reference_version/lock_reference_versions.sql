lock table reference_version in share row exclusive mode
