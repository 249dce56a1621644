#include "catalogue/packed_certificate.h"

#include <algorithm>
#include <cstring>
#include <new>

#include "catalogue/packed_members.h"

namespace certreg::catalogue {
namespace {

bool fit_in_lines(const PlaceQuotes& quotes) {
  return std::ranges::none_of(quotes.words,
                              [](const auto& words) { return words.field.find('\n') != std::string::npos; });
}

void pack_quotes(Packer& pack, const std::optional<PlaceQuotes>& quotes, const CertificateVersion& version) {
  const bool is_short = quotes && fit_in_lines(*quotes);
  pack_small(pack, is_short);
  if (is_short) {
    pack_place(pack, quotes->place);
    pack_words(pack, quotes->words);
    return;
  }
  const auto pack_all = [&](const std::vector<Quote>& all) {
    pack.list(all, [&](const Quote& quote) { pack_quote(pack, quote); });
  };
  quotes ? pack_all(quotes_of(*quotes, version)) : pack_all(version.quotes);
}

void unpack_quotes(Unpacker& pack, CertificateVersion& version) {
  std::optional<PlaceQuotes> quotes;
  pack.maybe(quotes, [&](PlaceQuotes& known) {
    pack_place(pack, known.place);
    pack_words(pack, known.words);
  });
  if (quotes)
    version.quotes = quotes_of(*quotes, version);
  else
    pack.list(version.quotes, [&](Quote& quote) { pack_quote(pack, quote); });
}

void pack_issue(Packer& pack, const CertificateVersion& version, const std::optional<PlaceQuotes>& quotes,
                const CertificateId& certificate) {
  pack_version(pack, version);
  const bool is_named = version.certificate != certificate;
  pack_small(pack, is_named);
  if (is_named) pack.id(version.certificate.value);
  pack_quotes(pack, quotes, version);
}

void unpack_issue(Unpacker& pack, CertificateVersion& version, const CertificateId& certificate) {
  pack_version(pack, version);
  bool is_named = false;
  pack_small(pack, is_named);
  if (is_named)
    pack.id(version.certificate.value);
  else
    version.certificate = certificate;
  unpack_quotes(pack, version);
}

std::string& scratch() {
  thread_local std::string bytes;
  bytes.clear();
  return bytes;
}

}  // namespace

void pack_words(Packer& pack, const std::vector<PlaceQuotes::Words>& words) {
  std::string fields;
  for (const auto& [field, text] : words) fields.append(text ? "+" : "=").append(field) += '\n';
  pack.shared(fields);
  for (const auto& [field, text] : words)
    if (text) pack.shared(*text);
}

void pack_words(Unpacker& pack, std::vector<PlaceQuotes::Words>& words) {
  auto fields = pack.text();
  while (!fields.empty()) {
    const auto end = fields.find('\n');
    auto& [field, text] = words.emplace_back();
    field = fields.substr(1, end - 1);
    if (fields.front() == '+') pack.shared(text.emplace());
    fields.remove_prefix(end + 1);
  }
}

PackedCertificate::PackedCertificate(const CertificateVersion& latest, std::string_view bytes)
    : expires_(latest.expires ? static_cast<std::int32_t>(latest.expires->days().time_since_epoch().count())
                              : kNone),
      is_retired_(latest.retired) {
  std::memcpy(const_cast<char*>(this->bytes()), bytes.data(), bytes.size());
}

PackedCertificate::Ptr PackedCertificate::make(const CertificateVersion& latest, std::string_view bytes) {
  return Ptr(new (::operator new(sizeof(PackedCertificate) + bytes.size())) PackedCertificate(latest, bytes));
}

PackedCertificate::Ptr PackedCertificate::of(const CertificateRecord& record, SharedTexts& texts) {
  auto& bytes = scratch();
  Packer pack(bytes, texts);
  pack.id(record.id.value);
  pack.number(record.issues.size());
  for (auto issue = record.issues.rbegin(); issue != record.issues.rend(); ++issue)
    pack_issue(pack, *issue, quotes_at_one_place(*issue), record.id);
  pack.list(record.checks, [&](const Check& check) { pack_check(pack, check); });
  pack_texts(pack, record.confirmed_services);
  return make(record.latest(), bytes);
}

PackedCertificate::Ptr PackedCertificate::of(const StoredVersion& only_issue, SharedTexts& texts) {
  const auto& [version, quotes] = only_issue;
  auto& bytes = scratch();
  Packer pack(bytes, texts);
  pack.id(version.certificate.value);
  pack.number(1);
  pack_issue(pack, version, quotes, version.certificate);
  pack.number(0);  // checks
  pack.number(0);  // confirmed services
  return make(version, bytes);
}

CertificateRecord PackedCertificate::unpack(const SharedTexts& texts) const {
  Unpacker pack(bytes(), texts);
  CertificateRecord record;
  pack.id(record.id.value);
  record.issues.resize(pack.number());
  for (auto issue = record.issues.rbegin(); issue != record.issues.rend(); ++issue)
    unpack_issue(pack, *issue, record.id);
  pack.list(
      record.checks, [&](Check& check) { pack_check(pack, check); }, kBlankCheck);
  pack_texts(pack, record.confirmed_services);
  return record;
}

std::optional<Date> PackedCertificate::expires() const {
  if (expires_ == kNone) return std::nullopt;
  return Date(std::chrono::sys_days(std::chrono::days(expires_)));
}

std::string_view PackedCertificate::key() const { return packed_id_at(bytes()); }

PackedCertificate::Latest PackedCertificate::latest(const SharedTexts& texts) const {
  Unpacker pack(bytes(), texts);
  pack.packed_id();
  pack.number();
  const auto supplier = pack.packed_id();
  const auto standard = pack.text();
  return {supplier, standard, pack.text()};
}

}  // namespace certreg::catalogue
