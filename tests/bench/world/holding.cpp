#include "bench/world/holding.h"

#include <fmt/format.h>

#include "bench/world/history.h"

namespace certreg::bench {
namespace {

constexpr std::uint64_t kMostOfHolder = 8;

// The nines of the body's pattern, from the last to the first, by digits of a number that no other
// certificate has.
std::string number_of(const std::string& pattern, std::uint64_t serial, std::uint64_t seed) {
  constexpr std::uint64_t kAll = 10'000'000;
  auto rest = scattered(serial, kAll, seed) + serial / kAll * kAll;
  auto number = pattern;
  for (auto sign = number.rbegin(); sign != number.rend(); ++sign) {
    if (*sign != '9') continue;
    *sign = static_cast<char>('0' + rest % 10);
    rest /= 10;
  }
  return rest == 0 ? number : fmt::format("{}-{}", number, rest);
}

class Holding {
 public:
  Holding(const Data& data, std::uint64_t seed, const Company& company)
      : data_(data), seed_(seed), company_(company), draw_(seed, Subject::Holding, company.number) {}

  std::vector<IssuedCertificate> all() {
    const auto count = data_.shape.certificates.item(draw_);
    for (int i = 0; i < count; ++i) issue("iso-iec-27001");
    if (draw_.per_cent(data_.shape.extension_27017)) extend("iso-iec-27017");
    if (draw_.per_cent(data_.shape.extension_27018)) extend("iso-iec-27018");
    if (draw_.per_cent(data_.shape.also_22301)) issue("iso-22301");
    return std::move(certificates_);
  }

 private:
  std::uint64_t next_serial() const { return company_.number * kMostOfHolder + certificates_.size(); }

  void issue(const char* standard_id) {
    Draw draw(seed_, Subject::Certificate, next_serial());
    const auto& country = *company_.country;
    IssuedCertificate certificate;
    certificate.standard = &data_.standards.at(standard_id);
    certificate.body =
        certificates_.empty() || draw.per_cent(20) ? country.bodies.item(draw) : certificates_[0].body;
    certificate.number = number_of(certificate.body->number, next_serial(), seed_);
    certificate.issues = history_of(data_.shape, *certificate.standard, country.code, draw);
    certificate.sites = sites_of(data_, company_, draw);
    certificate.scope = scope_of(data_, company_, certificate.issues.front().issued, draw);
    certificates_.push_back(std::move(certificate));
  }

  void extend(const char* standard_id) {
    Draw draw(seed_, Subject::Certificate, next_serial());
    auto certificate = certificates_.front();
    certificate.standard = &data_.standards.at(standard_id);
    certificate.parent_number = certificate.number;
    certificate.number = number_of(certificate.body->number, next_serial(), seed_);
    certificate.issues = {
        extension_of(certificate.issues.back(), *certificate.standard, company_.country->code, draw)};
    certificates_.push_back(std::move(certificate));
  }

  const Data& data_;
  std::uint64_t seed_;
  const Company& company_;
  Draw draw_;
  std::vector<IssuedCertificate> certificates_;
};

}  // namespace

std::vector<IssuedCertificate> certificates_of(const Data& data, std::uint64_t seed, const Company& company) {
  return Holding(data, seed, company).all();
}

}  // namespace certreg::bench
