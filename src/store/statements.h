// The statements by name.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "certreg/domain/embedded.h"

namespace certreg::store {

class Statements {
 public:
  // Takes the files below "queries/". std::logic_error when two have the same name.
  explicit Statements(std::span<const EmbeddedFile> files);

  // std::logic_error when there is none.
  const std::string& text(std::string_view name) const;

 private:
  std::map<std::string, std::string, std::less<>> texts_;
};

}  // namespace certreg::store
