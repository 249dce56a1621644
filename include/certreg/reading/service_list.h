// Reads a supplier's list of the services in scope: a table, bullets, lines or JSON. Rules and data only,
// deterministic: what a list says in which words is told by its ListSpec. Pure.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "certreg/domain/reference.h"
#include "certreg/reading/draft.h"
#include "certreg/reading/read_claims.h"
#include "certreg/reading/text.h"

namespace certreg::reading {

enum class ListForm { Table, Bullets, Lines, Json };

// Words are compared without case, accents and punctuation; a sign that has no letters ("✓") as it stands.
struct ListSpec {
  std::string part;  // name of the selected part of the page that is the list; empty: the whole page
  std::string
      heading;  // only what stands under this heading, or after a paragraph that begins so; empty: everything
  ListForm form = ListForm::Bullets;

  // Of a table: the header of a column; of JSON: the member, nested ones by dotted path. Keys: "service"
  // (required), "short_name", "family", "regions", "exclusion", "status".
  std::map<std::string, std::string> columns;
  std::map<std::string, StandardId> standard_columns;  // header or member that says in scope or not, per row
  std::vector<StandardId> standards;  // that the whole list is for; without standard_columns only
  bool states_scope =
      false;  // the page states what is in scope for them, so it claims them by the list alone

  bool headings_are_families = true;  // where no column is: headings, and bullets with bullets under them
  std::string separators;             // several services in one cell or line, split at each of these letters
  std::string region_separators = ",;\n";

  std::vector<std::string> in_scope{"✓", "✔", "✅", "☑", "●", "yes", "in scope", "true"};
  std::vector<std::string> not_in_scope{
      "✗", "✘", "❌", "no", "not in scope", "out of scope", "false", "not covered", "not certified"};
  std::vector<std::string> limits{"excludes",
                                  "excluding",
                                  "exclude",
                                  "excluded",
                                  "except",
                                  "excepting",
                                  "exception",
                                  "with exception of",
                                  "with the exception of",
                                  "without",
                                  "not including",
                                  "does not include",
                                  "other than",
                                  "but not",
                                  "only",
                                  "limited to"};  // what follows or holds them is left out
  std::vector<std::string> no_limits{"including but not limited to", "not limited to", "not only"};
  std::vector<std::string> other_names{"formerly known as", "formerly",      "previously known as",
                                       "previously",        "also known as", "aka"};  // a short name follows
  std::vector<std::string> all_regions{"all regions"};
  std::vector<std::string> skip;  // entries that are no services, whole
};

// Throws Error(Invalid) that names the member ("columns.service") and the rule.
void check_list_spec(const ListSpec& spec, const Reference& reference);

struct ListEntry {
  ScopeItem item;
  Quote quote;  // its row, bullet, line, or part of one; `field` empty
};

struct StandardList {
  StandardId standard;
  std::vector<ListEntry> entries;
};

struct ServiceList {
  std::vector<StandardList> standards;  // in the order of the spec; entries may be none
  bool states_scope = false;
  Quote statement;  // the heading or first line, by which a page states its scope
  std::vector<std::string> warnings;
};

// An object of a JSON list: texts by member, nested ones by dotted path; true and false as text.
struct ListRow {
  std::map<std::string, std::vector<std::string>> members;
  std::string text;  // verbatim enough to be quoted
};

// Nothing is invented: what reads like a sentence, a link or a standard is passed over and counted in
// `warnings`; a row without a word for a standard is not listed for it. A footnote mark is no part of a name;
// the note's words leave the entry, or a part of it, out when they say so, and so does a mark whose note is
// not found. A word in brackets is a short name only when it is made of the name's letters; else it stays in
// the name. At most kMostScopeItems entries a standard.
ServiceList read_service_list(std::span<const Line> lines, const ListSpec& spec, const Reference& reference);
ServiceList read_service_list(const Text& text, const ListSpec& spec, const Reference& reference);
ServiceList read_service_rows(std::span<const ListRow> rows, const ListSpec& spec,
                              const Reference& reference);

// Gives every claim of `text`, the page, to a list's standard the list, with a quote an entry
// ("scope_items[3]"). Where the page makes no claim to it and the list states a scope, a claim by the page's
// claimant is added whose words are the list's, with the edition that the page's titles agree on.
// Certificates are left as they are. Lists never are closed.
void apply_lists(DocumentReading& reading, const Text& text, std::span<const ServiceList> lists,
                 const PageContext& context, const Reference& reference);

}  // namespace certreg::reading
