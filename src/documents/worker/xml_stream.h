// SPDX-License-Identifier: GPL-2.0-or-later
// XML as it comes, element by element, without entities of its own and without anything from outside.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "documents/worker/zip_parts.h"

namespace certreg::worker {

// Of an element, by their names without prefix.
class XmlAttributes {
 public:
  void add(std::string_view name, std::string value) { kept_.emplace_back(name, std::move(value)); }
  // Empty when it is not there.
  const std::string& get(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> kept_;
};

// What is made of one document. Names come without prefix. The functions may throw.
class XmlHandler {
 public:
  XmlHandler() = default;
  XmlHandler(const XmlHandler&) = delete;
  XmlHandler& operator=(const XmlHandler&) = delete;
  virtual ~XmlHandler() = default;
  virtual void start(std::string_view /*name*/, const XmlAttributes& /*attributes*/) {}
  virtual void end(std::string_view /*name*/) {}
  virtual void text(std::string_view /*text*/) {}
};

// Throws Failure(Damaged) for what is not well-formed, and for a document type declaration, which no workbook
// has.
void read_xml(ZipParts& parts, const std::string& name, XmlHandler& handler);

}  // namespace certreg::worker
