// One entry of a list of services: "Acme Simple Object Store (SOS)* - excludes archives".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/scope_item.h"
#include "certreg/reading/service_list.h"

namespace certreg::reading {

struct ServiceEntry {
  ScopeItem item;
  std::vector<std::string> marks;  // of footnotes
};

// None where the words read like a sentence, a link, or nothing that can be stored.
std::optional<ServiceEntry> read_entry(std::string_view text, const ListSpec& spec);

// Text in the form in which the words of a list are compared.
std::string list_key(std::string_view text);
bool is_word_of(std::string_view text, const std::vector<std::string>& words);   // the whole text is
bool has_word_of(std::string_view text, const std::vector<std::string>& words);  // as whole words in it

bool has_limit(std::string_view text, const ListSpec& spec);

// Adds words by which the entry, or a part of it, is left out.
void leave_out(ScopeItem& item, ScopeExtent extent, std::string_view words);

// At letters of `separators` outside brackets; trimmed, without an "and" in front, no empty ones.
std::vector<std::string> split_list(std::string_view text, std::string_view separators);

// The same for services, but whole where a part cannot be one: "Advice: for Mail, Drive, and for small
// firms".
std::vector<std::string> split_services(std::string_view text, std::string_view separators);

// A service has a name: "hosting" and "the operation of data centres" are activities.
bool begins_like_a_name(std::string_view text);

std::string_view trimmed(std::string_view text);

// The footnote mark that a text begins or ends with ("*", "†", "²", "[1]"), or an empty one.
std::string_view mark_before(std::string_view text);
std::string_view mark_after(std::string_view text);

}  // namespace certreg::reading
