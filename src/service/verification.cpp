#include "certreg/service/verification.h"

#include <algorithm>

#include "certreg/domain/error.h"
#include "certreg/domain/names.h"
#include "certreg/service/reference_history.h"
#include "certreg/store/certificates.h"
#include "certreg/store/suppliers.h"
#include "service/searches.h"

namespace certreg::service {
namespace {

constexpr std::size_t kCandidates = 5;
constexpr std::size_t kMaxServices = 100;

void check_texts(const VerifyRequest& request) {
  std::vector<FieldProblem> problems;
  const auto check = [&](const std::string& field, const std::string& text, std::size_t limit) {
    if (!text.empty() && !is_clean_text(text, limit))
      problems.push_back({field, "must be text of at most " + std::to_string(limit) +
                                     " characters, not blank, without control or text-direction characters"});
  };
  check("entity", request.entity, 300);
  check("site", request.site, 300);
  for (const auto& service : request.services) check("service", service, 300);
  if (request.services.size() > kMaxServices) problems.push_back({"service", "is there more than 100 times"});
  static const std::string_view roles[] = {"", "controller", "processor", "cloud_provider", "cloud_customer"};
  if (std::find(std::begin(roles), std::end(roles), request.role) == std::end(roles))
    problems.push_back({"role", "must be one of controller, processor, cloud_provider, cloud_customer"});
  if (!request.supplier && request.entity.empty())
    problems.push_back({"supplier", "or entity is required: whose certificate is asked about"});
  if (request.standard.empty()) problems.push_back({"standard", "is required"});
  if (!problems.empty()) throw invalid(std::move(problems));
}

const Standard& asked_standard(const Reference& reference, const std::string& printed) {
  const auto mention = reference.standard_of(printed);
  const auto* standard = mention ? reference.find(mention->standard) : nullptr;
  if (standard == nullptr) throw invalid("standard", "is not a standard that the register knows");
  if (!standard->asked)
    throw invalid("standard", standard->name +
                                  " is kept but not answered for; ask for ISO/IEC 27001, ISO/IEC 27017, " +
                                  "ISO/IEC 27018 or ISO 22301");
  return *standard;
}

Question question_of(const Services& services, const VerifyRequest& request, const Standard& standard) {
  return {.standard = standard.id,
          .entity = request.supplier ? request.entity : std::string(),
          .services = request.services,
          .site = request.site,
          .role = request.role,
          .on = *request.on,
          .today = services.clock.today()};
}

std::vector<CertificateRecord> known_now(const Services& services, const SupplierId& supplier) {
  std::vector<CertificateRecord> records;
  for (const auto& record : services.catalogue.certificates_of(supplier)) records.push_back(*record);
  return records;
}

// The reference data that the question is judged by.
PastReference reference_for(Services& services, const VerifyRequest& request) {
  if (!request.known_at) return {{std::shared_ptr<const Reference>(), &services.reference()}, ""};
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  return services.history.known_at(services, transaction, *request.known_at);
}

struct Known {
  const Supplier& supplier;
  const std::vector<CertificateRecord>& certificates;
};

// Where nothing is found, the answer says where it was looked for.
Verdict assess_known(const Services& services, Question question, const Known& known,
                     const Reference& reference, const std::optional<Instant>& known_at) {
  auto verdict = assess(question, known.supplier, known.certificates, reference);
  if (!found_nothing(verdict)) return verdict;
  auto names = known.supplier.aliases;
  names.push_back(known.supplier.name);
  question.searched = searches_for(services, names, known_at);
  return assess(question, known.supplier, known.certificates, reference);
}

std::vector<CertificateRecord> known_then(Services& services, const SupplierId& id, Verification& answer) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  answer.supplier = store::supplier_known_at(transaction, id, *answer.request.known_at);
  auto records = store::certificates_known_at(transaction, id, *answer.request.known_at);
  // As in the catalogue: a retired certificate does not count with its older issues either.
  std::erase_if(records, [](const CertificateRecord& record) { return record.latest().retired; });
  return records;
}

void assess_supplier(Services& services, const Question& question, const SupplierId& id,
                     const Reference& reference, Verification& answer) {
  if (!answer.request.known_at) {
    answer.supplier = *services.catalogue.supplier(id);
    answer.verdict =
        assess_known(services, question, {*answer.supplier, known_now(services, id)}, reference, {});
    return;
  }
  const auto records = known_then(services, id, answer);
  answer.verdict = assess_known(services, question, {answer.supplier.value_or(Supplier{.id = id}), records},
                                reference, answer.request.known_at);
}

void offer_candidates(const Services& services, Verification& answer) {
  for (const auto& match : services.catalogue.search(answer.request.entity, kCandidates))
    answer.candidates.push_back(*match.supplier);
}

// Not choosing is not the same as finding nothing: the sentence says which it was.
void say_ambiguous(Verdict& verdict, const std::string& name) {
  const auto told = several_are_called(name);
  for (auto& part : verdict.parts)
    for (auto& answer : part.answers)
      for (auto& reason : answer.reasons) {
        reason.detail = told.text;
        reason.said = told.said;
      }
}

catalogue::SupplierPtr supplier_meant(const Services& services, const VerifyRequest& request) {
  if (request.supplier) return services.catalogue.supplier(*request.supplier);
  auto named = services.catalogue.suppliers_named(request.entity);
  return named.size() == 1 ? std::move(named.front()) : nullptr;
}

}  // namespace

bool found_nothing(const Verdict& verdict) {
  return verdict.deciding().answers.front().reasons.front().code == Code::NothingFound;
}

std::optional<VerifyBasis> basis_of(const Services& services, const VerifyRequest& request) {
  if (request.known_at) return std::nullopt;
  const auto changes = services.catalogue.supplier_changes();
  auto supplier = supplier_meant(services, request);
  if (!supplier || supplier->retired) return std::nullopt;
  auto certificates = services.catalogue.certificates_of(supplier->id);
  return VerifyBasis{changes, std::move(supplier), std::move(certificates), &services.world.data(),
                     services.clock.today()};
}

bool still_holds(const Services& services, const VerifyRequest& request, VerifyBasis& basis) {
  if (basis.world != &services.world.data() || basis.today != services.clock.today()) return false;
  const auto changes = services.catalogue.supplier_changes();
  if (changes != basis.supplier_changes && supplier_meant(services, request) != basis.supplier) return false;
  basis.supplier_changes = changes;
  return services.catalogue.certificates_of(basis.supplier->id) == basis.certificates;
}

Verification verify(Services& services, const VerifyRequest& request) {
  check_texts(request);
  Verification answer{.request = request};
  const auto& standard = asked_standard(services.reference(), request.standard);
  answer.standard = &standard;
  if (!answer.request.on) answer.request.on = services.clock.today();
  const auto question = question_of(services, answer.request, standard);
  const auto [reference, note] = reference_for(services, answer.request);
  answer.reference_note = note;

  if (request.supplier) {
    const auto supplier = services.catalogue.supplier(*request.supplier);
    if (!supplier) throw not_found("supplier " + request.supplier->value);
    if (supplier->retired && !request.known_at) throw invalid("supplier", "was retired: " + supplier->reason);
    assess_supplier(services, question, *request.supplier, *reference, answer);
    return answer;
  }
  const auto named = services.catalogue.suppliers_named(request.entity);
  if (named.size() == 1) {
    assess_supplier(services, question, named.front()->id, *reference, answer);
    return answer;
  }
  offer_candidates(services, answer);
  answer.verdict =
      assess_known(services, question, {Supplier{.name = request.entity}, {}}, *reference, request.known_at);
  if (named.size() > 1) say_ambiguous(answer.verdict, request.entity);
  return answer;
}

}  // namespace certreg::service
