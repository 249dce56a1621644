#include "web/proposal_view.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "certreg/codec/records.h"
#include "certreg/domain/harmless.h"
#include "web/line_list.h"
#include "web/proposal_lines.h"
#include "web/typed_list.h"

namespace certreg::web {
namespace {

constexpr std::size_t kMostQuotes = 8;

std::string text_of(const Visit& visit, const std::string& key) { return message(visit.language, key); }

// What stands in the box for a correction: lists are corrected line by line, from what was read.
std::string in_a_box(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) text += (text.empty() ? "" : "\n") + line;
  return text;
}

class FieldView {
 public:
  FieldView(const Visit& visit, const Review& review, const Field& field, std::vector<Mark>& marks)
      : visit_(visit),
        review_(review),
        field_(field),
        name_(field.name),
        marks_(marks),
        value_(lines_of(field, review.draft.version, reference(), visit.language)),
        ambiguity_(ambiguity_of(field, review.draft)) {}

  bool is_shown() const {
    return is_expected() || ambiguity_ != nullptr || !value_.empty() || !known_lines().empty() ||
           has_problem();
  }
  // A claim states what it likes.
  bool is_expected() const {
    return field_.is_mandatory && review_.draft.kind == reading::DraftKind::Certificate;
  }
  Sureness sureness() const { return sureness_of(field_, review_.draft, !value_.empty()); }
  bool has_problem() const { return !problem().empty(); }
  bool is_to_look_at() const {
    const auto how = sureness();
    return web::is_to_look_at(how) || has_problem() || (how == Sureness::NotFound && is_expected());
  }

  Data view() {
    Data view;
    view.set("name", name_);
    view.set("label", label());
    view.set("value", value_view());
    view.set("has_value", !value_.empty());
    view.set("sureness", std::string(to_string(sureness())));
    view.set("sureness_words", sureness_words());
    view.set("why", ambiguity_ != nullptr ? harmless(ambiguity_->why) : std::string());
    view.set("is_open", ambiguity_ != nullptr);
    view.set("problem", problem());
    view.set("has_problem", has_problem());
    view.set("quotes", quotes());
    set_choices(view);
    set_known(view);
    set_correction(view);
    return view;
  }

 private:
  const Reference& reference() const { return visit_.services.reference(); }
  std::string label() const { return text_of(visit_, "read." + name_); }

  std::string sureness_words() const {
    const auto how = sureness();
    if (how == Sureness::NotFound && is_partly_read(review_))
      return text_of(visit_, "sureness.not_found_in_part");
    return text_of(visit_, "sureness." + std::string(to_string(how)));
  }

  std::string problem() const {
    std::string words;
    for (const auto& [path, rule] : review_.problems)
      if (field_of_member(path) == &field_) words += (words.empty() ? "" : "; ") + harmless(rule);
    return words;
  }

  Data quote_view(const Quote& quote) {
    const bool placed = is_on_a_page(quote);
    const auto id = "place-" + name_ + "-" + std::to_string(++places_);
    marks_.push_back({id, name_, label(), &quote});
    Data view;
    view.set("text", harmless(quote.text));
    view.set("has_place", placed);
    view.set("place", id);
    view.set("page", std::to_string(quote.page));
    view.set("has_page", quote.page > 0);
    view.set("is_row", quote.method == ReadingMethod::Table);
    view.set("method", text_of(visit_, "method." + std::to_string(static_cast<int>(quote.method))));
    return view;
  }

  Data quotes() {
    Data list{Data::type::list};
    for (const auto* quote : quotes_of(field_, review_.draft.version))
      if (list.list_value().size() < kMostQuotes) list.push_back(quote_view(*quote));
    return list;
  }

  std::string chosen() const {
    if (review_.form.is_sent()) return review_.form.choice(field_);
    return ambiguity_ == nullptr && !value_.empty() ? "read" : "";
  }

  // A candidate that says a day is shown as people write days.
  std::string in_words(const std::string& value) const {
    const auto day = field_.kind == FieldKind::Day ? Date::parse(value) : std::nullopt;
    return day ? day_text(*day, visit_.language) : harmless(value);
  }

  Data choice_view(const std::string& value, const std::string& words) {
    Data view;
    view.set("id", "choice-" + name_ + "-" + value);
    view.set("value", value);
    view.set("words", words);
    view.set("number", std::to_string(++choices_));
    view.set("has_key", choices_ <= 9);
    view.set("checked", chosen() == value);
    view.set("as_read", value == "read");
    view.set("quote", Data(Data::type::list));
    return view;
  }

  void set_choices(Data& view) {
    Data list{Data::type::list};
    const bool offers = ambiguity_ != nullptr && field_.kind != FieldKind::Statuses;
    if (offers && !value_.empty()) list.push_back(choice_view("read", harmless(in_a_box(value_))));
    for (std::size_t at = 0; offers && at < ambiguity_->candidates.size(); ++at) {
      const auto& candidate = ambiguity_->candidates[at];
      auto choice = choice_view(std::to_string(at), in_words(candidate.value));
      Data quote{Data::type::list};
      quote.push_back(quote_view(candidate.quote));
      choice.set("quote", quote);
      list.push_back(choice);
    }
    view.set("choices", list);
    view.set("has_choices", !list.list_value().empty());
  }

  std::vector<std::string> known_lines() const {
    return review_.known == nullptr ? std::vector<std::string>{}
                                    : lines_of(field_, *review_.known, reference(), visit_.language);
  }

  Data value_view() const {
    return line_list(lines_beside(field_, review_.draft.version, review_.known, reference(), visit_.language),
                     list_kind("review.only_read"), visit_.language);
  }

  LineTag list_kind(std::string_view only_here) const {
    return is_list(field_.kind) && review_.known != nullptr ? LineTag{only_here} : LineTag{};
  }

  // A reading that says nothing of it leaves the issue that it replaces suspended or withdrawn.
  bool keeps_known() const {
    return field_.kind == FieldKind::Statuses && value_.empty() && ambiguity_ == nullptr && review_.replaces;
  }

  void set_known(Data& view) const {
    const bool differs = review_.known != nullptr &&
                         !says_the_same(field_, *review_.known, review_.draft.version, reference());
    view.set("differs", differs);
    view.set("stays", differs && keeps_known());
    view.set("known_nothing", known_lines().empty());
    const auto lines = review_.known == nullptr ? std::vector<Line>{}
                                                : lines_beside(field_, *review_.known, &review_.draft.version,
                                                               reference(), visit_.language);
    view.set("known", line_list(lines, list_kind("review.only_known"), visit_.language));
  }

  codec::Json read_member() const {
    return codec::to_json(review_.draft.version)[std::string(field_.member)];
  }

  void set_correction(Data& view) const {
    const bool is_lines = is_typed_list(field_.kind);
    const bool is_status = field_.kind == FieldKind::Statuses;
    const auto typed = review_.form.value("fix." + name_);
    view.set("typed", typed);
    view.set("can_fix", field_.kind != FieldKind::Told && !is_status);
    view.set("fix_open", !typed.empty() || has_problem() || (is_expected() && value_.empty()));
    view.set("is_day", field_.kind == FieldKind::Day);
    view.set("is_long", is_lines || field_.kind == FieldKind::LongText);
    view.set("is_list", is_lines);
    view.set("parts", is_lines && field_.kind != FieldKind::Names ? text_of(visit_, "typed.parts." + name_)
                                                                  : std::string());
    view.set("in_box",
             is_lines ? in_a_box(typed_lines(field_, read_member(), visit_.language)) : std::string());
    view.set("is_line", field_.kind == FieldKind::Text || field_.kind == FieldKind::Standard ||
                            field_.kind == FieldKind::Holder || field_.kind == FieldKind::Issuer);
    view.set("is_status", is_status);
    for (const char* status : {"active", "suspended", "withdrawn"})
      view.set(std::string("is_") + status, is_status && chosen() == status);
  }

  const Visit& visit_;
  const Review& review_;
  const Field& field_;
  std::string name_;
  std::vector<Mark>& marks_;
  std::vector<std::string> value_;
  const reading::Ambiguity* ambiguity_;
  int places_ = 0, choices_ = 0;
};

}  // namespace

bool is_partly_read(const Review& review) {
  const auto& version = review.draft.version;
  return !review.warnings.empty() || version.pages_held < version.pages_stated;
}

const CertificateVersion& issue_beside(const CertificateRecord& record, const CertificateVersion& read,
                                       const VersionId& decided) {
  for (const auto& issue : record.issues)
    if (issue.id == decided) return issue;
  for (const auto& issue : record.issues)
    if (issue.issued == read.issued) return issue;
  return record.latest();
}

FieldsView fields_view(const Visit& visit, const Review& review) {
  FieldsView all{Data(Data::type::list), Data(Data::type::list), {}};
  for (const auto& field : review_fields()) {
    FieldView one(visit, review, field, all.marks);
    if (!one.is_shown()) continue;
    auto view = one.view();
    view.set("to_look_at", one.is_to_look_at());
    if (one.is_to_look_at()) all.to_decide.push_back(view);
    all.fields.push_back(view);
  }
  return all;
}

}  // namespace certreg::web
