// Words that people look for in names, whatever their case and punctuation; and what they type.
#pragma once

#include <string>

#include "certreg/http/request.h"

namespace certreg::web {

class Words {
 public:
  explicit Words(const std::string& text);
  bool none() const { return wanted_.empty(); }
  bool stand_in(const std::string& text) const;

 private:
  std::string wanted_;
};

// One line of an address, at most 300 characters. Throws Error(Invalid) for anything else.
std::string line_in(const http::Request& request, const std::string& name);

}  // namespace certreg::web
