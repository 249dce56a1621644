// What documents say, written down by hand: truth.jsonl, one certificate or claim a line. Pure but for
// load_truth().
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace certreg::accuracy {

enum class DocumentGroup { Certificate, Page, NotACertificate, Other };

std::string_view to_string(DocumentGroup group);  // "certificate", "page", ...

// One line. Members that no rule knows are kept and passed over.
struct TruthRow {
  std::size_t line = 0;  // from 1
  std::string file;      // relative to the folder
  std::string doc_type;
  DocumentGroup group = DocumentGroup::Other;
  nlohmann::json members;

  bool has(std::string_view member) const;  // it is there, be it null
  // The texts of a member: none for null, several for a list. Numbers are given as text.
  std::vector<std::string> texts(std::string_view member) const;
  std::string text(std::string_view member) const;  // the first, or empty
};

struct Truth {
  std::vector<TruthRow> rows;         // in the order of the lines
  std::vector<std::string> warnings;  // "line 3: `issued` is no date, and not judged: ..."
};

// Blank lines and a byte order mark are passed over. Throws Error(Invalid) that names "truth.jsonl, line n"
// and the rule: no JSON object, no `file`, a path that leaves the folder, a member that is neither text,
// number, truth value, list of these nor null; and when there is no row at all.
Truth parse_truth(std::string_view bytes);

// Throws Error(Invalid) when the folder or its truth.jsonl is not there or not readable, or above 64 MiB.
Truth load_truth(const std::filesystem::path& folder);

}  // namespace certreg::accuracy
