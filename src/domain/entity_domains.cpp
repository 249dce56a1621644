#include "domain/entity_domains.h"

#include <libpsl.h>

#include <algorithm>
#include <memory>

#include "domain/company_word_table.h"

namespace certreg {
namespace {

std::string_view after(std::string_view text, std::string_view mark) {
  const auto at = text.find(mark);
  return at == text.npos ? text : text.substr(at + mark.size());
}

std::string host_in(std::string_view text) {
  text = after(text, "://");
  text = text.substr(0, text.find_first_of("/?#"));
  text = after(text, "@");
  text = text.substr(0, text.find(':'));
  while (text.ends_with('.')) text.remove_suffix(1);
  std::string host(text);
  std::transform(host.begin(), host.end(), host.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  return host;
}

// The list knows names of the DNS in UTF-8 and in ASCII as they are written.
bool is_host_name(std::string_view host) {
  const bool is_numeric = host.find_first_not_of("0123456789.") == host.npos;
  return !is_numeric && host.find('.') != host.npos && host.find_first_of(" \t\r\n\"'<>[]") == host.npos;
}

bool is_shared(std::string_view domain) {
  const auto shared = shared_domains();
  return std::find(shared.begin(), shared.end(), domain) != shared.end();
}

std::string registered_domain(std::string_view text) {
  const auto host = host_in(text);
  if (!is_host_name(host)) return {};
  const auto* domain = psl_registrable_domain(psl_builtin(), host.c_str());
  return domain == nullptr ? std::string() : domain;
}

}  // namespace

std::string own_domain(std::string_view text) {
  auto domain = registered_domain(text);
  return is_shared(domain) ? std::string() : domain;
}

std::vector<std::string> own_domains(const std::vector<std::string>& texts) {
  std::vector<std::string> domains;
  for (const auto& text : texts)
    if (auto domain = own_domain(text); !domain.empty()) domains.push_back(std::move(domain));
  std::sort(domains.begin(), domains.end());
  domains.erase(std::unique(domains.begin(), domains.end()), domains.end());
  return domains;
}

std::string domain_label(std::string_view text) {
  const auto domain = registered_domain(text);
  return domain.substr(0, domain.find('.'));
}

}  // namespace certreg
