#include "service/register_rows.h"

#include <array>
#include <nlohmann/json.hpp>

#include "certreg/codec/records.h"
#include "certreg/domain/error.h"
#include "service/member_quotes.h"

namespace certreg::service {
namespace {

using codec::Json;
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

}  // namespace

void for_register(const Services& services, std::string_view bytes,
                  const std::function<void(RowRead)>& take) {
  const auto root = codec::parse(bytes);
  int row = 0;
  for (auto stated : certificates_of(root)) {
    ++row;
    codec::Problems problems;
    if (stated.is_object())
      for (const auto* own : kOwnMembers) stated.erase(own);
    auto version = codec::certificate_from(stated, services.reference(), problems);
    const auto name = "certificates[" + std::to_string(row - 1) + "]";
    if (!problems.empty()) {
      take({name, std::nullopt, std::move(problems)});
      continue;
    }
    quote(version, stated, row);
    take({name, reading::Draft{.version = std::move(version)}, {}});
  }
}

}  // namespace certreg::service
