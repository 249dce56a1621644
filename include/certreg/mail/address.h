// Mail addresses as SMTP can carry them. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace certreg::mail {

// The form that goes into commands and headers, all ASCII: "kim@bücher.example" becomes
// "kim@xn--bcher-kva.example" (UTS #46, without transitional forms). nullopt for what is no address of RFC
// 5321, 4.1.2, or one that few servers take: a quoted local part, one beyond ASCII (RFC 6531), a numeric
// domain.
std::optional<std::string> deliverable_address(std::string_view address);

// The same for a domain, or the name of one host, alone.
std::optional<std::string> ascii_domain(std::string_view domain);

}  // namespace certreg::mail
