#include "simulation/documents.h"

#include "service/register_world.h"

namespace certreg::simulation {
namespace {

service::Drawn drawn(const std::string& edition, const std::string& issued, const std::string& expires) {
  return {.number = kNumber,
          .holder = kSupplier,
          .issued = issued,
          .expires = expires,
          .scope = "Development and operation of Tidewater Mail, Tidewater Drive and Tidewater Backup.",
          .standard = "ISO/IEC 27001:" + edition};
}

}  // namespace

std::string trust_page(const std::string& statement, const std::vector<std::string>& services) {
  std::string list;
  for (const auto& name : services) list += "<li>" + name + "</li>";
  return "<html><head><title>Trust centre</title></head><body><h1>Trust centre</h1><p>" + statement +
         "</p><h2>Services in scope</h2><ul>" + list + "</ul><h2>Downloads</h2><p><a href=\"" + kFilePath +
         "\">Certificate</a></p></body></html>";
}

std::string claims(const std::string& edition) {
  return std::string(kSupplier) + " is certified to ISO/IEC 27001:" + edition + ".";
}

std::string in_latin_1(std::string text) {
  const std::string accented = "é";
  for (auto at = text.find(accented); at != std::string::npos; at = text.find(accented))
    text.replace(at, accented.size(), "\xe9");
  return text;
}

std::string sign_in_form() {
  return "<html><head><title>Sign in</title></head><body><h1>Sign in</h1><form><label>Email</label>"
         "<input name=\"email\"><label>Password</label><input type=\"password\"><button>Sign in</button>"
         "</form><p>Forgot your password?</p></body></html>";
}

std::string cookie_wall() {
  return "<html><body><h2>We value your privacy</h2><p>We use cookies to improve your visit. By choosing "
         "accept all you give your consent to all cookies.</p><button>Accept all</button>"
         "<button>Reject all</button><button>Manage preferences</button></body></html>";
}

std::string first_certificate() { return service::pdf(drawn("2013", "1 October 2022", "30 September 2025")); }

std::string renewed_certificate() {
  return service::pdf(drawn("2022", "20 January 2025", "19 January 2028"));
}

std::string narrower_certificate() {
  auto fields = drawn("2022", "12 May 2025", "19 January 2028");
  fields.scope = "Development and operation of Tidewater Mail and Tidewater Backup.";
  return service::pdf(fields);
}

std::string owners_certificate() {
  auto fields = drawn("2022", "3 March 2025", "2 March 2028");
  fields.number = "IS 9900";
  fields.holder = kOwner;
  return service::pdf(fields);
}

}  // namespace certreg::simulation
