#include "words.h"

#include <fmt/format.h>
#include <glib.h>

#include <memory>
#include <stdexcept>
#include <utility>

namespace certreg::drawn {
namespace {

std::string escaped(const std::string& text) {
  const std::unique_ptr<char, decltype(&g_free)> copy(g_markup_escape_text(text.c_str(), -1), &g_free);
  return copy.get();
}

struct Reference {
  std::string name;
  std::string wish;  // what stands behind the bar
};

Reference reference_in(std::string_view inside) {
  const auto bar = inside.find('|');
  if (bar == std::string_view::npos) return {std::string(inside), ""};
  return {std::string(inside.substr(0, bar)), std::string(inside.substr(bar + 1))};
}

// Calls `literal` for what stands outside of braces and `reference` for what stands in them, in order.
template <typename Literal, typename OnReference>
void walk(std::string_view text, Literal literal, OnReference reference) {
  while (!text.empty()) {
    const auto open = text.find('{');
    literal(text.substr(0, open));
    if (open == std::string_view::npos) return;
    const auto close = text.find('}', open);
    if (close == std::string_view::npos) throw std::runtime_error(fmt::format("open brace in \"{}\"", text));
    reference(reference_in(text.substr(open + 1, close - open - 1)));
    text.remove_prefix(close + 1);
  }
}

// Labels are the layout's own text, so they may carry tags and name values.
bool is_label(const std::string& name) { return name.starts_with("l.") || name.starts_with("m."); }

}  // namespace

void Words::set(const std::string& name, std::string value) { values_[name] = std::move(value); }

void Words::set_date_form(DateForm form, DateForm other) {
  form_ = std::move(form);
  other_form_ = std::move(other);
}

bool Words::has(const std::string& name) const {
  const auto found = values_.find(name);
  return found != values_.end() && !found->second.empty();
}

std::string Words::value(const std::string& name) const { return has(name) ? written(name, "") : ""; }

std::string Words::iso(const std::string& name) const {
  return has(name) && is_iso_date(values_.at(name)) ? values_.at(name) : "";
}

DateForm Words::form_of(std::string_view wish) const {
  if (wish.empty()) return form_;
  if (wish == "other") return other_form_;
  if (wish.size() > 3 && wish[2] == ':') return {std::string(wish.substr(3)), std::string(wish.substr(0, 2))};
  return {std::string(wish), form_.language};
}

std::string Words::written(const std::string& name, std::string_view wish) const {
  const auto found = values_.find(name);
  if (found == values_.end()) throw std::runtime_error(fmt::format("no value for {{{}}}", name));
  if (is_iso_date(found->second)) return write_date(found->second, form_of(wish));
  return resolve(found->second, nullptr);
}

std::string Words::resolve(std::string_view text, std::set<std::string>* names) const {
  std::string result;
  walk(
      text, [&](std::string_view literal) { result += literal; },
      [&](const Reference& reference) {
        if (names != nullptr) names->insert(reference.name);
        result += written(reference.name, reference.wish);
      });
  return result;
}

std::string Words::expand(std::string_view text, Ink ink) {
  std::string result;
  walk(
      text, [&](std::string_view literal) { result += literal; },
      [&](const Reference& reference) {
        if (is_label(reference.name)) {
          result += expand(label(reference.name), ink);
          (ink == Ink::Text ? in_text_ : in_picture_)
              .emplace(reference.name, resolve(label(reference.name), nullptr));
          return;
        }
        const std::string plain = written(reference.name, reference.wish);
        remember(reference.name, plain, ink);
        remember_form(reference.name, reference.wish);
        result += escaped(plain);
      });
  return result;
}

const std::string& Words::label(const std::string& name) const {
  const auto found = values_.find(name);
  if (found == values_.end()) throw std::runtime_error(fmt::format("no label {{{}}}", name));
  return found->second;
}

void Words::remember(const std::string& name, std::string text, Ink ink) {
  std::set<std::string> inner;
  const std::string& raw = values_.at(name);
  resolve(raw, &inner);
  for (const std::string& each : inner) remember(each, written(each, ""), ink);
  (ink == Ink::Text ? in_text_ : in_picture_).emplace(name, std::move(text));
}

void Words::remember_form(const std::string& name, std::string_view wish) {
  if (iso(name).empty()) return;
  const std::string pattern = form_of(wish).pattern;
  const bool numeric = pattern.find("MMM") == std::string::npos && pattern.find('/') != std::string::npos;
  if (numeric && !pattern.starts_with('y')) mistakable_form_ = pattern;
}

bool Words::was_printed(const std::string& name) const {
  return in_text_.contains(name) || in_picture_.contains(name);
}

bool Words::was_only_in_picture(const std::string& name) const {
  return in_picture_.contains(name) && !in_text_.contains(name);
}

std::string Words::printed_text(const std::string& name) const {
  if (const auto found = in_text_.find(name); found != in_text_.end()) return found->second;
  const auto found = in_picture_.find(name);
  return found == in_picture_.end() ? "" : found->second;
}

}  // namespace certreg::drawn
