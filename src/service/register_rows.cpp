#include "service/register_rows.h"

#include <algorithm>
#include <array>
#include <memory>
#include <nlohmann/json.hpp>

#include "certreg/codec/records.h"
#include "certreg/domain/error.h"
#include "service/member_quotes.h"

namespace certreg::service {
namespace {

using codec::Json;
constexpr std::size_t kMostLineBytes = 1 << 20;
constexpr std::string_view kFormat = "certreg-certificates-1";
constexpr std::array kOwnMembers{
    "id",          "certificate",      "supplier",        "evidence", "claimant",
    "signature",   "document_changed", "declared_absent", "quotes",   "recorded_at",
    "recorded_by", "last_confirmed",   "reason",          "retired",  "parent"};

void quote(CertificateVersion& version, const Json& stated, int row) {
  const auto add = [&](const char* field, const char* member) {
    if (!stated.contains(member) || stated[member].is_null()) return;
    const auto quotes = quotes_of_member(field, stated[member], {.page = row, .method = ReadingMethod::Json});
    version.quotes.insert(version.quotes.end(), quotes.begin(), quotes.end());
  };
  add("holder", "holders");
  for (const auto* field :
       {"standard", "edition", "number", "issued", "decided", "first_issued", "valid_from", "expires",
        "scope", "services", "scope_items", "sites", "exclusions", "accreditations", "statuses"})
    add(field, field);
  add("issuer",
      stated.contains("issuer_printed") && !stated["issuer_printed"].is_null() ? "issuer_printed" : "issuer");
}

const Json& certificates_of(const Json& root) {
  if (!root.is_object() || root.value("format", Json()) != kFormat)
    throw invalid("format", "must be \"" + std::string(kFormat) + "\"");
  for (const auto& [name, unused] : root.items())
    if (name != "format" && name != "certificates") throw invalid(name, "is not a known member");
  if (!root.contains("certificates") || !root["certificates"].is_array())
    throw invalid("certificates", "must be a list of certificates");
  return root["certificates"];
}

RowRead row_of(const Services& services, std::string name, Json stated, int row) {
  codec::Problems problems;
  if (stated.is_object())
    for (const auto* own : kOwnMembers) stated.erase(own);
  auto version = codec::certificate_from(stated, services.reference(), problems);
  if (!problems.empty()) return {std::move(name), std::nullopt, std::move(problems), row};
  quote(version, stated, row);
  return {std::move(name), reading::Draft{.version = std::move(version)}, {}, row};
}

RowRead row_of_line(const Services& services, std::string_view line, int row) {
  const auto name = "line " + std::to_string(row);
  const auto refused = [&](std::vector<FieldProblem> problems) {
    for (auto& problem : problems)
      if (problem.field == "body") problem.field = name;
    return RowRead{name, std::nullopt, std::move(problems), row};
  };
  if (line.size() > kMostLineBytes) return refused({{"body", "is longer than 1 MiB"}});
  try {
    return row_of(services, name, codec::parse(line), row);
  } catch (const Error& error) {
    if (error.kind != ErrorKind::Invalid) throw;
    return refused(error.fields);
  }
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

}  // namespace

void for_register(const Services& services, std::string_view bytes,
                  const std::function<void(UnreadRow)>& take, std::int64_t after) {
  const auto root = std::make_shared<const Json>(codec::parse(bytes));
  int row = 0;
  for (const auto& stated : certificates_of(*root))
    if (++row > after)
      take([&services, root, &stated, row] {
        return row_of(services, "certificates[" + std::to_string(row - 1) + "]", stated, row);
      });
}

void for_lines(const Services& services, std::string_view bytes, const std::function<void(UnreadRow)>& take,
               std::int64_t after) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  for (int row = 1; !bytes.empty(); ++row) {
    const auto end = std::min(bytes.find('\n'), bytes.size());
    const auto line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    if (row > after && !is_blank(line))
      take([&services, line, row] { return row_of_line(services, line, row); });
  }
}

}  // namespace certreg::service
