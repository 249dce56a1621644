#include "bench/world/company.h"

#include <fmt/format.h>

#include "bench/world/text.h"

namespace certreg::bench {
namespace {

// Which rare word a company has, and how many before it have the same.
struct StemPlace {
  std::uint64_t stem = 0;
  std::uint64_t rank = 0;
};

StemPlace stem_place(const Data& data, std::uint64_t seed, std::uint64_t number) {
  constexpr std::uint64_t kBlock = 8;  // as many as each entry of `namesakes` has
  Draw draw(seed, Subject::Namesakes, number / kBlock);
  const auto& groups = data.shape.namesakes.item(draw);
  const auto at = number % kBlock;
  const auto before =
      std::count(groups.begin(), groups.begin() + static_cast<std::ptrdiff_t>(at), groups[at]);
  return {number / kBlock * kBlock + static_cast<std::uint64_t>(groups[at]),
          static_cast<std::uint64_t>(before)};
}

std::string put_together(const Language& language, std::uint64_t place, int middles) {
  const auto take = [&](const std::vector<std::string>& parts) {
    const auto& part = parts[place % parts.size()];
    place /= parts.size();
    return part;
  };
  auto word = take(language.starts);
  for (int i = 0; i < middles; ++i) word += language.joint + take(language.middles);
  return word + language.joint + take(language.ends);
}

// Short words while they last, for every fourth; then longer ones for two of four; the longest for the rest.
std::string stem_of(const Language& language, std::uint64_t number, std::uint64_t seed) {
  const auto shortest = language.starts.size() * language.ends.size();
  const auto longer = shortest * language.middles.size();
  if (number % 4 == 1 && number / 4 < shortest)
    return put_together(language, scattered(number / 4, shortest, seed), 0);
  if (number % 4 >= 2 && number / 2 < longer)
    return put_together(language, scattered(number / 2, longer, seed), 1);
  return put_together(language, scattered(number, longer * language.middles.size(), seed), 2);
}

// Namesakes take the trades that follow one another, so that they never have the same.
std::string short_name_of(const Company& company, const Language& language, Draw& of_stem, std::uint64_t rank,
                          Draw& draw) {
  const auto& trades = language.trades.items();
  const auto trade = (language.trades.place(of_stem) + rank) % trades.size();
  const auto more = (trade + 1 + language.trades.place(draw) % (trades.size() - 1)) % trades.size();
  auto name = language.names.item(draw);
  replace(name, "{stem}", company.stem);
  replace(name, "{trade}", trades[trade]);
  replace(name, "{more}", trades[more]);
  replace(name, "{common}", language.common.item(draw));
  replace(name, "{city}", draw.one_of(company.cities()));
  return name;
}

std::string with_check_digits(const std::string& eighteen) {
  int remainder = 0;
  for (const char sign : eighteen + "00")
    remainder =
        sign <= '9' ? (remainder * 10 + (sign - '0')) % 97 : (remainder * 100 + (sign - 'A' + 10)) % 97;
  return fmt::format("{}{:02}", eighteen, 98 - remainder);
}

// Four signs of an issuer that there is not, two noughts, twelve of its own.
std::string lei_of(std::uint64_t number, std::uint64_t seed) {
  constexpr std::string_view kSigns = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  constexpr std::uint64_t kApart = 987'654'321;
  auto place = number * kApart + seed % kApart;
  std::string own(12, '0');
  for (auto& sign : own) {
    sign = kSigns[place % kSigns.size()];
    place /= kSigns.size();
  }
  return with_check_digits("ZZZ000" + own);
}

std::string domain_of(const Company& company) {
  std::string label;
  for (const char sign : lower_ascii(company.stem))
    if (sign >= 'a' && sign <= 'z') label += sign;
  if (label.size() < 3) label = "firm";
  return fmt::format("{}{}.{}.example", label, company.number, lower_ascii(company.country->code));
}

}  // namespace

Company company_of(const Data& data, std::uint64_t seed, std::uint64_t number) {
  const auto place = stem_place(data, seed, number);
  Draw of_stem(seed, Subject::Stem, place.stem), draw(seed, Subject::Company, number);
  Company company{.number = number, .country = data.countries.item(of_stem)};
  if (place.rank > 0 && !draw.per_cent(data.shape.namesakes_at_home))
    company.country = data.countries.item(draw);
  const auto& language = *company.country->languages.item(of_stem);
  company.stem = stem_of(language, place.stem, seed);
  company.is_latin = is_latin(language.starts.front());
  company.short_name = short_name_of(company, language, of_stem, place.rank, draw);
  const auto& country = *company.country;
  const auto& forms =
      company.is_latin && !country.latin_forms.items().empty() ? country.latin_forms : country.forms;
  company.name = forms.item(draw);
  replace(company.name, "{}", company.short_name);
  if (draw.per_cent(data.shape.alias)) company.alias = company.short_name;
  if (draw.per_cent(data.shape.lei)) company.lei = lei_of(number, seed);
  company.registration_number = fmt::format("{}{:09}", country.code, scattered(number, 1'000'000'000, seed));
  company.domain = domain_of(company);
  return company;
}

}  // namespace certreg::bench
