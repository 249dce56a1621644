// What the trust centre of the play publishes. All names are invented.
#pragma once

#include <string>
#include <vector>

namespace certreg::simulation {

inline constexpr const char* kSupplier = "Tidewater Hosting Limited";
inline constexpr const char* kOwner = "Northgate Systems GmbH";  // after the takeover
inline constexpr const char* kNumber = "IS 4711";                // of Tidewater's certificate
inline constexpr const char* kPagePath = "/trust";
inline constexpr const char* kMovedPath = "/security/trust";  // of the page, later
inline constexpr const char* kFilePath = "/files/27001.pdf";  // the certificate

// A page with a statement, a list of services in scope and a link to the certificate.
std::string trust_page(const std::string& statement, const std::vector<std::string>& services);
std::string claims(const std::string& edition);  // the statement that the supplier is certified to it
std::string in_latin_1(std::string text);        // from UTF-8
std::string sign_in_form();
std::string cookie_wall();

// Certificates as PDF.
std::string first_certificate();     // edition 2013, to 2025-09-30
std::string renewed_certificate();   // edition 2022, to 2028-01-19
std::string narrower_certificate();  // the same issued anew, without Tidewater Drive
std::string owners_certificate();    // another number, another holder

}  // namespace certreg::simulation
