#include "web/alerts_page.h"

#include <algorithm>

#include "certreg/domain/harmless.h"
#include "certreg/service/alerting.h"
#include "web/address.h"
#include "web/cookies.h"
#include "web/paging.h"
#include "web/text_lines.h"
#include "web/told.h"

namespace certreg::web {
namespace {

// Somebody may own ten thousand relationships: the whole message is with the messages once it is made.
constexpr std::size_t kRecipientsOnPage = 20, kItemsShown = 8, kMailBytesShown = 1500;

// The first lines.
std::string beginning(const std::string& text) {
  return text.size() <= kMailBytesShown ? text : text.substr(0, text.rfind('\n', kMailBytesShown) + 1);
}

// "180", "0", "-7", "opened", "opened+7" in words.
std::string rung_text(std::string rung, Language language) {
  constexpr std::string_view opened = "opened";
  if (rung == opened) return message(language, "rung.opened");
  const bool is_repeat = rung.starts_with(opened);
  if (is_repeat) rung.erase(0, opened.size() + 1);
  if (rung == "0") return message(language, "rung.last_day");
  const bool is_after = rung.starts_with('-');
  if (is_after) rung.erase(0, 1);
  const auto* key = is_repeat ? "rung.since_opened" : is_after ? "rung.after" : "rung.before";
  return message(language, key, {{"days", rung}});
}

Data item_view(const report::AlertItem& item, const std::string& rung, Language language) {
  Data view;
  view.set("rung", rung_text(rung, language));
  view.set("supplier", harmless(item.supplier));
  view.set("reference", harmless(item.reference));
  view.set("severity_code", std::string(to_string(item.finding.severity)));
  view.set("severity", message(language, "severity." + std::string(to_string(item.finding.severity))));
  set_told(view, "sentence", told(item.finding, language));
  view.set("has_end", item.end.has_value());
  view.set("end", item.end ? day_text(*item.end, language) : std::string());
  return view;
}

Data preview_view(const service::AlertPreview& preview, Language language) {
  Data items{Data::type::list};
  const auto shown = std::min(preview.items.size(), kItemsShown);
  for (std::size_t i = 0; i < shown; ++i)
    items.push_back(item_view(preview.items[i], preview.rungs[i], language));
  Data view;
  view.set("recipient", harmless(preview.recipient));
  view.set("subject", harmless(preview.mail.subject));
  const auto text = beginning(preview.mail.text);
  view.set("mail_text", text_lines(text));
  view.set("mail_goes_on", text.size() < preview.mail.text.size());
  view.set("more_items", preview.items.size() > shown);
  view.set(
      "more_text",
      message(language, "alerts.more_items",
              {{"count", number_text(static_cast<std::int64_t>(preview.items.size() - shown), language)}}));
  view.set("items", items);
  view.set("count",
           message(language, preview.items.size() == 1 ? "alerts.one_item" : "alerts.items",
                   {{"count", number_text(static_cast<std::int64_t>(preview.items.size()), language)}}));
  view.set("preferences", Address("/alerts/preferences").with("recipient", preview.recipient).text());
  view.set("sent_before", Address("/alerts/messages").with("recipient", preview.recipient).text());
  return view;
}

std::string untold_text(std::size_t count, Language language) {
  return message(language, count == 1 ? "alerts.one_untold" : "alerts.untold",
                 {{"count", number_text(static_cast<std::int64_t>(count), language)}});
}

}  // namespace

Drawn alerts_page(const Visit& visit) {
  const auto typed = query_value(visit.request, "on");
  const auto on = typed.empty() ? std::optional(visit.services.clock.today()) : Date::parse(typed);
  std::optional<service::DueAlerts> due;
  if (on) due.emplace(visit.services, *on);
  const auto page = page_of(visit.request, due ? due->size() : 0, kRecipientsOnPage);
  Data list{Data::type::list};
  for (std::size_t i = page.first; i < page.first + page.count; ++i)
    list.push_back(preview_view(due->preview(i), visit.language));
  Data view;
  set_paging(view, page, kRecipientsOnPage, Address("/alerts").with("on", on ? on->to_string() : ""),
             visit.language);
  view.set("no_mailer", visit.services.mailer == nullptr);
  view.set("on", on ? on->to_string() : harmless(typed));
  view.set("on_wrong", !on);
  view.set("on_problem", message(visit.language, "problem.day"));
  view.set("day", on ? day_text(*on, visit.language) : std::string());
  view.set("none", on && list.list_value().empty());
  view.set("previews", list);
  const auto untold = due ? due->untold() : 0;
  view.set("has_untold", untold > 0);
  view.set("untold", untold_text(untold, visit.language));
  return drawn(visit, "alerts.mustache", view, message(visit.language, "alerts.title"), on ? 200 : 400);
}

}  // namespace certreg::web
