#include "web/supplier_page.h"

#include "certreg/domain/error.h"
#include "certreg/report/review.h"
#include "certreg/service/reviews.h"

namespace certreg::web {
namespace {

const service::Actor kReader{"page", service::Role::Reader};

// A document of one paragraph, drawn like the others.
Drawn notice(int status, const std::string& title, const std::string& text) {
  report::Document document;
  document.title = title;
  document.sections = {{1, title, "", {report::Paragraph{text}}}};
  Drawn drawn;
  drawn.status = status;
  drawn.html = report::to_html(document);
  return drawn;
}

}  // namespace

Drawn supplier_page(const std::string& id, service::Services& services) {
  const SupplierId supplier{id};
  const auto known = services.catalogue.supplier(supplier);
  if (!known) return notice(404, "No such supplier", "The register knows no supplier of that address.");
  try {
    const auto review = service::preview_review(
        services, {.supplier = supplier, .on = {}, .known_at = {}, .title = known->name, .sign_off = {}},
        kReader);
    Drawn drawn;
    drawn.html = report::render(review, report::ReviewFormat::Html);
    return drawn;
  } catch (const Error& error) {
    if (error.kind != ErrorKind::Invalid) throw;
    return notice(200, known->name, "Nothing that we buy from this supplier is recorded.");
  }
}

}  // namespace certreg::web
