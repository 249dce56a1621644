// Domains of a legal entity on the Internet.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace certreg {

// The domain that somebody registered ("www.example.co.uk" -> "example.co.uk", by the Public Suffix List),
// from a domain, the address of a page or of a mail box. Empty for a public suffix, an address in numbers,
// and for a domain that many share (mail providers, social networks, hosted pages): it tells nothing of who
// is there.
std::string own_domain(std::string_view text);
std::vector<std::string> own_domains(const std::vector<std::string>& texts);  // sorted, each once

// What stands before the public suffix, as a name: "example-shop" of "www.example-shop.co.uk". Empty as
// above, but not for a shared domain: its owner is named so.
std::string domain_label(std::string_view text);

}  // namespace certreg
