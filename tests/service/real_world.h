// A whole register that knows the world as it is built in, and documents made for its sources.
#pragma once

#include <filesystem>
#include <fstream>

#include "certreg/service/sources.h"
#include "certreg/service/world.h"
#include "service/register_world.h"

namespace certreg::service {

namespace fs = std::filesystem;

inline std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Under tests/data/sources.
inline std::string made_for(const std::string& source, const std::string& file) {
  return text_of(fs::path(CERTREG_SOURCE_DIR) / "tests/data/sources" / source / file);
}

class RealWorld : public RegisterWorld {
 public:
  RealWorld() { know(load_world(built_in_world_files(), {}, {})); }

  const SourceDefinition& source(const std::string& name) { return *find_source(services().sources(), name); }

  store::ImportRun import(ImportRequest request) {
    const auto run = services().imports.submit(services(), std::move(request), kReviewer);
    services().imports.wait(run.id, std::chrono::minutes(1));
    auto transaction = services().database.begin(store::TransactionMode::ReadOnly);
    return store::load_import(transaction, run.id).value();
  }
  store::ImportRun refresh(const std::string& source) {
    ImportRequest request;
    request.source = source;
    return import(std::move(request));
  }

  Verification verify_for(const std::string& entity, const std::string& standard,
                          std::vector<std::string> names = {}, const char* on = "2026-06-01") {
    VerifyRequest request;
    request.entity = entity;
    request.standard = standard;
    request.services = std::move(names);
    request.on = support::day(on);
    return verify(services(), request);
  }
};

}  // namespace certreg::service
