// What the words of an unknown label say.
#include <algorithm>
#include <map>

#include "certreg/reading/labels.h"

namespace certreg::reading {
namespace {

constexpr std::size_t kShortestWithParts = 6;  // bytes

struct Tally {
  std::size_t words = 0;
  LabelRoles roles;
};

}  // namespace

LabelRoles Labels::roles_in(std::string_view folded) const {
  std::map<std::string, Tally> tallies;  // by language
  for (const RoleWord& word : wide_roles_)
    if (folded.find(word.folded) != std::string_view::npos) {
      Tally& tally = tallies[word.language];
      tally.words += word.folded.size();
      tally.roles.add(word.role);
    }
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    const std::string word(folded.substr(at, end - at));
    const auto add = [&](const auto& role) {
      Tally& tally = tallies[role.language];
      tally.words += 2;
      tally.roles.add(role.role);
    };
    if (auto found = roles_.find(word); found != roles_.end())
      std::ranges::for_each(found->second, add);
    else if (word.size() >= kShortestWithParts)
      for (const RolePart& part : role_parts_)
        if (part.at_end ? word.ends_with(part.folded) : word.starts_with(part.folded)) add(part);
    if (auto found = words_.find(word); found != words_.end())
      for (const std::string& language : found->second) ++tallies[language].words;
    at = end + 1;
  }
  const Tally* most = nullptr;
  for (const auto& [language, tally] : tallies)
    if (most == nullptr || tally.words > most->words) most = &tally;
  return most == nullptr ? LabelRoles{} : most->roles;
}

}  // namespace certreg::reading
