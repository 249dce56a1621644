#include "web/version_words.h"

#include <algorithm>

#include "certreg/domain/harmless.h"

namespace certreg::web {
namespace {

class Words {
 public:
  explicit Words(Language language) : language_(language) {}

  void text(std::string_view what, const std::string& before, const std::string& after) {
    if (before == after) return;
    const auto& nothing = message(language_, "none_printed");
    all_.push_back(message(language_, "changed.text",
                           {{"what", message(language_, "changed." + std::string(what))},
                            {"before", before.empty() ? nothing : shortened(before)},
                            {"after", after.empty() ? nothing : shortened(after)}}));
  }
  void day(std::string_view what, const std::optional<Date>& before, const std::optional<Date>& after) {
    text(what, before ? day_text(*before, language_) : "", after ? day_text(*after, language_) : "");
  }
  // What was and is in a list, by names.
  void names(std::string_view what, const std::vector<std::string>& before,
             const std::vector<std::string>& after) {
    one_way(what, "changed.added", after, before);
    one_way(what, "changed.removed", before, after);
  }
  void say(std::string_view key) { all_.push_back(message(language_, key)); }
  std::vector<std::string> take() { return std::move(all_); }

 private:
  static constexpr std::size_t kLongest = 160, kMostNames = 12;

  static std::string shortened(const std::string& text) {
    auto shown = harmless(text);
    if (shown.size() <= kLongest) return shown;
    auto end = kLongest;
    while (end > 0 && (static_cast<unsigned char>(shown[end]) & 0xC0U) == 0x80U) --end;
    return shown.substr(0, end) + "…";
  }
  void one_way(std::string_view what, std::string_view key, const std::vector<std::string>& has,
               const std::vector<std::string>& lacks) {
    std::string list;
    std::size_t count = 0;
    for (const auto& name : has) {
      if (std::find(lacks.begin(), lacks.end(), name) != lacks.end()) continue;
      if (++count <= kMostNames) list += (list.empty() ? "" : ", ") + shortened(name);
    }
    if (count > kMostNames)
      list += message(language_, "changed.more", {{"count", std::to_string(count - kMostNames)}});
    if (count > 0)
      all_.push_back(message(
          language_, key, {{"what", message(language_, "changed." + std::string(what))}, {"names", list}}));
  }

  Language language_;
  std::vector<std::string> all_;
};

std::string holder_of(const CertificateVersion& version) {
  return version.holders.empty() ? std::string() : version.holders.front().name;
}

std::vector<std::string> item_names(const CertificateVersion& version, ScopeExtent extent) {
  std::vector<std::string> names;
  for (const auto& item : version.scope_items)
    if (item.extent == extent) names.push_back(item.name);
  return names;
}

std::vector<std::string> site_names(const CertificateVersion& version) {
  std::vector<std::string> names;
  for (const auto& site : version.sites) names.push_back(site.name.empty() ? site.address : site.name);
  return names;
}

bool same_statuses(const CertificateVersion& left, const CertificateVersion& right) {
  return std::equal(left.statuses.begin(), left.statuses.end(), right.statuses.begin(), right.statuses.end(),
                    [](const StatusInterval& one, const StatusInterval& other) {
                      return one.status == other.status && one.from == other.from &&
                             one.until == other.until && one.sites == other.sites &&
                             one.services == other.services;
                    });
}

}  // namespace

std::vector<std::string> differences(const CertificateVersion& before, const CertificateVersion& after,
                                     Language language) {
  Words words(language);
  if (before.issue_number != after.issue_number) words.text("issue", before.issue_number, after.issue_number);
  words.text("number", before.number, after.number);
  words.text("edition", before.edition, after.edition);
  words.text("holder", holder_of(before), holder_of(after));
  words.text("issuer", before.issuer_printed, after.issuer_printed);
  words.day("issued", before.issued, after.issued);
  words.day("valid_from", before.valid_from, after.valid_from);
  words.day("expires", before.expires, after.expires);
  words.text("scope", before.scope, after.scope);
  words.names("services", before.services, after.services);
  words.names("items", item_names(before, ScopeExtent::Whole), item_names(after, ScopeExtent::Whole));
  words.names("items_out", item_names(before, ScopeExtent::Out), item_names(after, ScopeExtent::Out));
  words.names("sites", site_names(before), site_names(after));
  words.names("exclusions", before.exclusions, after.exclusions);
  if (before.evidence != after.evidence) words.say("changed.evidence");
  if (!same_statuses(before, after)) words.say("changed.status");
  if (before.signature != after.signature) words.say("changed.signature");
  if (before.document_changed != after.document_changed) words.say("changed.document");
  if (!before.retired && after.retired) words.say("changed.retired");
  return words.take();
}

}  // namespace certreg::web
